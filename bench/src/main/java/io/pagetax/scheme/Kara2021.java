package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.RwSemaphore;
import io.pagetax.scheme.model.Task;

/**
 * invalidate_lock, shared while a page is inserted and until it is up to date, taken alone by who frees blocks. Direct I/O
 * does not take it. J. Kara, 2021, commit 730633f0b7f9, Linux 5.15.
 */
class Kara2021 extends InvalidateAround {

    private final RwSemaphore invalidateLock;

    Kara2021(PageCache cache) {
        super(cache);
        this.invalidateLock = new RwSemaphore(cache + ".invalidate_lock");
    }

    final RwSemaphore invalidateLock() {
        return invalidateLock;
    }

    @Override
    final Page filled(Task task, long index) {
        invalidateLock.downRead(task);
        Page page = super.filled(task, index);
        invalidateLock.upRead(task);
        return page;
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        inFlight().awaitNone(task);
        invalidateLock.downWrite(task);
        cache().truncate(task, index, pages);
        cache().discardBlocks(task, index, pages);
        invalidateLock.upWrite(task);
        inodeLock().upWrite(task);
    }
}
