package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.Transfer;

/**
 * One placeholder for the whole range, at its last index; lookups that find nothing go on to the next entry and ask whether
 * it covers them. Where the file has pages, a placeholder for 64 KiB at most, and the lock of each page in the range. C.
 * Mason, 21 December 2006, 20061222014552.GA26388@think.oraclecorp.com.
 *
 * <p>i_mutex is not taken, as he meant to. Left open by its author and filled in here: pages in the middle of a range divide
 * it; who punches a hole keeps others out by placeholders.
 */
final class Mason2006Ranges extends Filemap {

    private static final int PAGES_BESIDE_PAGES = 16;

    Mason2006Ranges(PageCache cache) {
        super(cache);
    }

    @Override
    public int directRead(Task task, Request request) {
        long first = request.index();
        int limit = limit(request.pages());
        int number = 0;
        while (number < request.pages()) {
            int run = leaveRecord(task, first, number, Math.min(limit, request.pages() - number));
            if (run == 0 && lockPage(task, first, number)) {
                run = 1;
            }
            number += run;
        }
        int done = Transfer.run(task, cache(), request);
        number = 0;
        while (number < request.pages()) {
            Page page = task.claims().take(number);
            if (page == null) {
                number += eraseRecord(task, first, number);
            } else {
                page.unlock(task);
                page.put(task);
                number++;
            }
        }
        return done;
    }

    private int limit(int pages) {
        return cache().hasPages() ? PAGES_BESIDE_PAGES : pages;
    }

    /** How many indices the record stands for; 0 if something is at the first of them. */
    private int leaveRecord(Task task, long first, int number, int most) {
        int run = cache().absentFrom(first + number, most);
        if (run > 0 && records().tryLeaveRange(task, number, first + number, run)) {
            task.claims().keepRun(number, run);
            return run;
        }
        return 0;
    }

    private int eraseRecord(Task task, long first, int number) {
        int run = task.claims().run(number);
        records().eraseRange(task, number, first + number, run);
        return run;
    }

    /** Locks a page that is clean and up to date; writes it back otherwise, to be looked at again. */
    private boolean lockPage(Task task, long first, int number) {
        Page page = cache().findLocked(task, first + number);
        if (page == null) {
            return false;
        }
        page.awaitWriteback(task);
        if (page.isUptodate() && !page.isDirty()) {
            task.claims().keep(number, page);
            return true;
        }
        cache().writeBack(task, page);
        page.put(task);
        return false;
    }

    @Override
    public int directWrite(Task task, Request request) {
        leaveRecords(task, request.index(), request.pages(), false);
        int done = Transfer.run(task, cache(), request);
        eraseRecords(task, request.index(), request.pages());
        return done;
    }

    private void leaveRecords(Task task, long first, int pages, boolean truncate) {
        int limit = limit(pages);
        int number = 0;
        while (number < pages) {
            int run = leaveRecord(task, first, number, Math.min(limit, pages - number));
            if (run == 0) {
                records().await(task, first + number);
                if (truncate) {
                    cache().truncate(task, first + number, 1);
                } else {
                    cache().invalidate(task, first + number, 1);
                }
            }
            number += run;
        }
    }

    private void eraseRecords(Task task, long first, int pages) {
        int number = 0;
        while (number < pages) {
            number += eraseRecord(task, first, number);
        }
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        leaveRecords(task, index, pages, true);
        cache().discardBlocks(task, index, pages);
        eraseRecords(task, index, pages);
        inodeLock().upWrite(task);
    }
}
