package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.RwSemaphore;
import io.pagetax.scheme.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * Two locks: read(2) and write(2) take IOLOCK, faults take MMAPLOCK, what must exclude both takes both. XFS since Linux
 * 4.1, ext4 since 4.5; D. Chinner, 11 January 2019, 20190110214427.GK27534@dastard.
 */
final class Chinner2015 extends InvalidateAround {

    private final RwSemaphore mmapLock;

    Chinner2015(PageCache cache) {
        super(cache);
        this.mmapLock = new RwSemaphore(cache + ".MMAPLOCK");
    }

    @Override
    public int bufferedRead(Task task, Request request) {
        inodeLock().downRead(task);
        int done = super.bufferedRead(task, request);
        inodeLock().upRead(task);
        return done;
    }

    @Override
    public @Nullable Page fault(Task task, long index, boolean write) {
        mmapLock.downRead(task);
        Page page = super.fault(task, index, write);
        mmapLock.upRead(task);
        return page;
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        mmapLock.downWrite(task);
        inFlight().awaitNone(task);
        cache().truncate(task, index, pages);
        cache().discardBlocks(task, index, pages);
        mmapLock.upWrite(task);
        inodeLock().upWrite(task);
    }
}
