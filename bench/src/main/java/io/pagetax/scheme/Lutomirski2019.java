package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;

/**
 * A record at each index that is not cached, while direct I/O goes on there; pages that are cached are used instead of the
 * device. A. Lutomirski, 9 January 2019, CALCETrWxwaBUYMg=aLySJByMgXzuzV4gHS0n6O6Oet2Jm6SAbw@mail.gmail.com.
 *
 * <p>Left open by its author and filled in here: a run of indices without pages is one request to the device; who punches
 * a hole keeps others out by records of its own.
 */
final class Lutomirski2019 extends RecordPerIndex {

    Lutomirski2019(PageCache cache) {
        super(cache);
    }

    @Override
    public int directRead(Task task, Request request) {
        return indexByIndex(task, request);
    }

    @Override
    public int directWrite(Task task, Request request) {
        return indexByIndex(task, request);
    }

    @Override
    int present(Task task, Request request, int number, Page page) {
        if (!request.isWrite()) {
            return copyFromCache(task, request, number, page);
        }
        page.put(task);
        return writeThrough(task, request, number);
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        freeBlocks(task, index, pages);
        inodeLock().upWrite(task);
    }
}
