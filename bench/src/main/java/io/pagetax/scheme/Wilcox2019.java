package io.pagetax.scheme;

import io.pagetax.scheme.model.Insertion;
import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.RwSemaphore;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.Transfer;

/**
 * A lock of the file that direct I/O shares as long as nothing of the file is cached, and that the first page has to wait
 * for; an entry at each index as soon as something is. M. Wilcox, 10 January 2019,
 * 20190110144711.GV6310@bombadil.infradead.org.
 *
 * <p>Left open by its author and filled in here: a page that is there is read by a copy, and written back and removed
 * before a write, or written through if it does not go; who punches a hole takes the lock alone while the index is empty,
 * and keeps others out by entries otherwise.
 */
final class Wilcox2019 extends RecordPerIndex {

    private final RwSemaphore emptyLock;

    private final Insertion insertion = new Insertion() {
        @Override
        public void begin(Task task) {
            if (cache().isEmpty()) {
                emptyLock.downWrite(task);
                task.holds(emptyLock);
            }
        }

        @Override
        public void end(Task task) {
            if (task.held() == emptyLock) {
                task.holds(null);
                emptyLock.upWrite(task);
            }
        }
    };

    Wilcox2019(PageCache cache) {
        super(cache);
        this.emptyLock = new RwSemaphore(cache + ".rwsem");
    }

    @Override
    Insertion insertion() {
        return insertion;
    }

    @Override
    public int directRead(Task task, Request request) {
        return direct(task, request);
    }

    @Override
    public int directWrite(Task task, Request request) {
        return direct(task, request);
    }

    private int direct(Task task, Request request) {
        if (cache().isEmpty()) {
            emptyLock.downRead(task);
            boolean stillEmpty = cache().isEmpty();
            int done = stillEmpty ? Transfer.run(task, cache(), request) : 0;
            emptyLock.upRead(task);
            if (stillEmpty) {
                return done;
            }
        }
        return indexByIndex(task, request);
    }

    @Override
    int present(Task task, Request request, int number, Page page) {
        if (!request.isWrite()) {
            return copyFromCache(task, request, number, page);
        }
        page.put(task);
        long at = request.index() + number;
        return cache().invalidate(task, at, 1) ? number : writeThrough(task, request, number);
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        emptyLock.downWrite(task);
        boolean empty = cache().isEmpty();
        if (empty) {
            cache().discardBlocks(task, index, pages);
        }
        emptyLock.upWrite(task);
        if (!empty) {
            freeBlocks(task, index, pages);
        }
        inodeLock().upWrite(task);
    }
}
