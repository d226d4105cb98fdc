package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.Transfer;

/**
 * A placeholder at each index that is not cached, and the lock of each page that is, for as long as direct I/O goes on; a
 * write removes the pages first. C. Mason, 20 October 2006, "O_DIRECT locking rework", linux-fsdevel.
 *
 * <p>i_mutex is not taken, as he meant to. Left open by its author and filled in here: who punches a hole keeps others out
 * by placeholders.
 */
final class Mason2006Pages extends Filemap {

    Mason2006Pages(PageCache cache) {
        super(cache);
    }

    @Override
    public int directRead(Task task, Request request) {
        for (int number = 0; number < request.pages(); number++) {
            lockPageOrLeaveRecord(task, request.index() + number, number);
        }
        int done = Transfer.run(task, cache(), request);
        for (int number = 0; number < request.pages(); number++) {
            Page page = task.claims().take(number);
            if (page == null) {
                records().erase(task, request.index() + number);
            } else {
                page.unlock(task);
                page.put(task);
            }
        }
        return done;
    }

    private void lockPageOrLeaveRecord(Task task, long at, int number) {
        while (!records().tryLeave(task, at)) {
            Page page = cache().findLocked(task, at);
            if (page != null) {
                page.awaitWriteback(task);
                if (page.isUptodate() && !page.isDirty()) {
                    task.claims().keep(number, page);
                    return;
                }
                cache().writeBack(task, page);
                page.put(task);
            }
        }
    }

    @Override
    public int directWrite(Task task, Request request) {
        leaveRecords(task, request.index(), request.pages());
        int done = Transfer.run(task, cache(), request);
        eraseRecords(task, request.index(), request.pages());
        return done;
    }

    /** Pages that are in use keep a write waiting until they are not. */
    private void leaveRecords(Task task, long first, int pages) {
        for (long at = first; at < first + pages; at++) {
            while (!records().tryLeave(task, at)) {
                records().await(task, at);
                cache().invalidate(task, at, 1);
            }
        }
    }

    private void eraseRecords(Task task, long first, int pages) {
        for (long at = first; at < first + pages; at++) {
            records().erase(task, at);
        }
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        for (long at = index; at < index + pages; at++) {
            while (!records().tryLeave(task, at)) {
                records().await(task, at);
                cache().truncate(task, at, 1);
            }
        }
        cache().discardBlocks(task, index, pages);
        eraseRecords(task, index, pages);
        inodeLock().upWrite(task);
    }
}
