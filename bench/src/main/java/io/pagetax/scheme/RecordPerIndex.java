package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.Transfer;

/**
 * Direct I/O that goes from index to index in rising order: where no page is it leaves a record, and transfers as far as
 * records can be left; what it does with a page that is there is the matter of a scheme. Faults and buffered I/O meet the
 * records in the index, and wait.
 */
abstract class RecordPerIndex extends Filemap {

    RecordPerIndex(PageCache cache) {
        super(cache);
    }

    /**
     * Carries out one page of a request where the cache has it.
     *
     * @param page with a reference, which is given back here
     * @return page of the request up to which it is done, {@code number} to look again; or an error
     */
    abstract int present(Task task, Request request, int number, Page page);

    final int indexByIndex(Task task, Request request) {
        int done = 0;
        while (done < request.pages()) {
            Page page = cache().find(task, request.index() + done);
            int next = page == null ? absent(task, request, done) : present(task, request, done, page);
            if (next < 0) {
                return done == 0 ? next : done;
            }
            done = next;
        }
        return done;
    }

    private int absent(Task task, Request request, int from) {
        int to = from;
        while (to < request.pages() && records().tryLeave(task, request.index() + to)) {
            to++;
        }
        if (to == from) {
            return from;
        }
        int done = Transfer.run(task, cache(), request, from, to);
        for (int number = from; number < to; number++) {
            records().erase(task, request.index() + number);
        }
        return done;
    }

    /** One page of a direct read by a copy from the cache. */
    final int copyFromCache(Task task, Request request, int number, Page page) {
        if (!page.isUptodate()) {
            page.lock(task);
            boolean still = page.isAt(cache(), request.index() + number);
            if (still) {
                cache().fill(task, page);
            }
            page.unlock(task);
            if (!still) {
                page.put(task);
                return number;
            }
        }
        int result = copyOut(task, request, number, page);
        page.put(task);
        return result < 0 ? result : number + 1;
    }

    /** One page of a direct write by way of the cache, on the device when it returns. */
    final int writeThrough(Task task, Request request, int number) {
        inodeLock().downWrite(task);
        int result = copyIn(task, request, number);
        inodeLock().upWrite(task);
        if (result < 0) {
            return result;
        }
        cache().flush(task, request.index() + number, 1);
        return number + 1;
    }

    /** Leaves records where pages were, so that nobody comes while blocks are freed. */
    final void freeBlocks(Task task, long index, int pages) {
        for (long at = index; at < index + pages; at++) {
            while (!records().tryLeave(task, at)) {
                records().await(task, at);
                cache().truncate(task, at, 1);
            }
        }
        cache().discardBlocks(task, index, pages);
        for (long at = index; at < index + pages; at++) {
            records().erase(task, at);
        }
    }
}
