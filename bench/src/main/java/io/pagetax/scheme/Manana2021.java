package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.RangeLock;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * The range of the file locked while the device is at work, with faults disabled; what cannot be pinned is faulted in with
 * the range unlocked, and goes through the cache if that is of no use. btrfs: F. Manana, 2021, commit 51bd9563b678, Linux 5.16.
 *
 * <p>Reading a page from the device, making one dirty and punching a hole take the same lock. A direct write looks for pages
 * again once it has it, and goes through the cache if there are any.
 */
final class Manana2021 extends InvalidateAround {

    private static final int CACHED = Integer.MIN_VALUE;

    private final RangeLock extents;

    Manana2021(PageCache cache) {
        super(cache);
        this.extents = new RangeLock(cache + ".io_tree");
    }

    @Override
    public int directRead(Task task, Request request) {
        inodeLock().downRead(task);
        int done = inRounds(task, request);
        inodeLock().upRead(task);
        return done == request.pages() ? done : bufferedRead(task, request);
    }

    @Override
    public int directWrite(Task task, Request request) {
        inodeLock().downRead(task);
        int done = inRounds(task, request);
        inodeLock().upRead(task);
        return done == request.pages() ? done : writeThrough(task, request);
    }

    /** How far it gets until two rounds have the same left to do. */
    private int inRounds(Task task, Request request) {
        int done = 0;
        int before;
        int left = -1;
        do {
            before = left;
            int reached = request.isWrite() ? writeRound(task, request, done) : readRound(task, request, done);
            if (reached == CACHED) {
                return done;
            }
            done = Math.max(done, reached);
            left = request.pages() - done;
            if (left > 0 && left != before) {
                request.buffer().faultIn(task, done, left, !request.isWrite());
            }
        } while (left > 0 && left != before);
        return done;
    }

    private int readRound(Task task, Request request, int from) {
        flushBefore(task, request);
        inFlight().begin(task);
        extents.lock(task, request.index(), request.pages());
        int reached = withoutFaults(task, request, from);
        extents.unlock(task, request.index());
        inFlight().end(task);
        return reached;
    }

    private int writeRound(Task task, Request request, int from) {
        if (!removeBefore(task, request)) {
            return CACHED;
        }
        inFlight().begin(task);
        extents.lock(task, request.index(), request.pages());
        boolean free = hasNoPage(request.index(), request.pages());
        int reached = free ? withoutFaults(task, request, from) : CACHED;
        extents.unlock(task, request.index());
        if (free) {
            removeAfter(task, request);
        }
        inFlight().end(task);
        return reached;
    }

    /** filemap_range_has_page(), the other way round. */
    private boolean hasNoPage(long index, int pages) {
        int absent = 0;
        int more = 1;
        while (absent < pages && more > 0) {
            more = cache().absentFrom(index + absent, pages - absent);
            absent += more;
        }
        return absent == pages;
    }

    @Override
    Page filled(Task task, long index) {
        Page page = cache().findOrCreate(task, index, insertion());
        if (!page.isUptodate()) {
            extents.lock(task, index, 1);
            cache().fill(task, page);
            extents.unlock(task, index);
        }
        return page;
    }

    @Override
    void store(Task task, int source, Page page) {
        extents.lock(task, page.index(), 1);
        super.store(task, source, page);
        extents.unlock(task, page.index());
    }

    @Override
    public @Nullable Page fault(Task task, long index, boolean write) {
        Page page = filled(task, index);
        if (write) {
            extents.lock(task, index, 1);
            cache().dirty(task, page);
            extents.unlock(task, index);
        }
        return page;
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        inFlight().awaitNone(task);
        cache().truncate(task, index, pages);
        extents.lock(task, index, pages);
        while (!hasNoPage(index, pages)) {
            extents.unlock(task, index);
            cache().truncate(task, index, pages);
            extents.lock(task, index, pages);
        }
        cache().discardBlocks(task, index, pages);
        extents.unlock(task, index);
        inodeLock().upWrite(task);
    }
}
