package io.pagetax.scheme;

import io.pagetax.scheme.model.Gate;
import io.pagetax.scheme.model.Gate.State;
import io.pagetax.scheme.model.Insertion;
import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.Transfer;

/**
 * Our own, of what the others teach. As in {@link Wilcox2019} the first page of a file waits until no direct I/O is under
 * way, and until then direct I/O leaves nothing in the index; but it passes a {@link Gate}, where each task has
 * a line of its own. As in {@link Mason2006Ranges} a direct write to a file that has pages leaves one record a range, which adders of
 * pages meet; a direct read leaves none: it writes back what is newer than the device, and a page that is added meanwhile
 * is as old or new as what it reads. A page that is cached is not removed before a write, but written, and written
 * through: nobody has to wait until others have let go of it, the own pin included.
 *
 * <p>It is to be used with the memory pinned first ({@link PinFirst}): inside the gate nothing faults, so that nobody
 * inside waits for one who waits to enter.
 */
final class Pagetax2026 extends Filemap {

    private final Gate gate;

    private final Insertion insertion = new Insertion() {
        @Override
        public void begin(Task task) {
            if (gate.enter(task) == State.UNCACHED) {
                gate.leave(task);
                gate.close(task);
                gate.openInside(task, State.CACHED);
            }
        }

        @Override
        public void end(Task task) {
            gate.leave(task);
        }
    };

    Pagetax2026(PageCache cache) {
        super(cache);
        this.gate = new Gate(cache + ".gate", cache.memory()::barrier);
    }

    @Override
    Insertion insertion() {
        return insertion;
    }

    @Override
    public int directRead(Task task, Request request) {
        State state = enter(task);
        if (state == State.CACHED) {
            cache().flush(task, request.index(), request.pages());
        }
        int done = Transfer.run(task, cache(), request);
        gate.leave(task);
        return done;
    }

    @Override
    public int directWrite(Task task, Request request) {
        State state = enter(task);
        int done = state == State.UNCACHED ? Transfer.run(task, cache(), request) : besidePages(task, request);
        gate.leave(task);
        return done;
    }

    /** Looks whether the last page has gone, so that direct I/O need not look for pages. */
    private State enter(Task task) {
        State state = gate.enter(task);
        if (state == State.CACHED && cache().isEmpty()) {
            gate.leave(task);
            gate.close(task);
            state = cache().isEmpty() ? State.UNCACHED : State.CACHED;
            gate.openInside(task, state);
        }
        return state;
    }

    private int besidePages(Task task, Request request) {
        int done = 0;
        while (done < request.pages()) {
            int absent = cache().absentFrom(request.index() + done, request.pages() - done);
            done += absent > 0 ? past(task, request, done, absent) : through(task, request, done);
        }
        return done;
    }

    /** Pages that were written past the cache; 0 to look again. */
    private int past(Task task, Request request, int from, int pages) {
        if (!records().tryLeaveRange(task, 0, request.index() + from, pages)) {
            records().await(task, request.index() + from);
            return 0;
        }
        Transfer.run(task, cache(), request, from, from + pages);
        records().eraseRange(task, 0, request.index() + from, pages);
        return pages;
    }

    /** As {@link #past}, of one page that is in the cache: there and on the device. */
    private int through(Task task, Request request, int number) {
        Page page = cache().findLocked(task, request.index() + number);
        if (page == null) {
            return 0;
        }
        request.buffer().pin(task, number, 1, false);
        store(task, task.firstPinned(), page);
        cache().writeBack(task, page);
        page.put(task);
        return 1;
    }

    /**
     * Dirty first: direct reads take no lock that a writer has, and would otherwise find the page clean, and the device old,
     * after a cached reader has seen the new contents.
     */
    @Override
    void store(Task task, int source, Page page) {
        cache().dirty(task, page);
        super.store(task, source, page);
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        gate.close(task);
        // With a record in place adders need not wait for the blocks to be freed, but nobody adds while it is closed.
        cache().truncate(task, index, pages);
        cache().discardBlocks(task, index, pages);
        gate.open(task, State.CACHED);
        inodeLock().upWrite(task);
    }
}
