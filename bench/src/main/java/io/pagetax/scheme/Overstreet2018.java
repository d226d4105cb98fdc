package io.pagetax.scheme;

import io.pagetax.scheme.model.Insertion;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.Transfer;
import io.pagetax.scheme.model.TwoStateLock;

/**
 * A lock in two states: many may add pages together, or many may write directly together. A task that blocks the adding of
 * pages adds them nevertheless. K. Overstreet, 18 May 2018, 20180518074918.13816-3, and 10 June 2019,
 * 20190610191420.27007-4-kent.overstreet@gmail.com.
 */
final class Overstreet2018 extends InvalidateAround {

    private final TwoStateLock addLock;

    private final Insertion insertion = new Insertion() {
        @Override
        public void begin(Task task) {
            if (task.held() != addLock) {
                addLock.addGet(task);
            }
        }

        @Override
        public void end(Task task) {
            if (task.held() != addLock) {
                addLock.addPut(task);
            }
        }
    };

    Overstreet2018(PageCache cache) {
        super(cache);
        this.addLock = new TwoStateLock(cache + ".add_lock");
    }

    @Override
    Insertion insertion() {
        return insertion;
    }

    @Override
    public int directWrite(Task task, Request request) {
        inodeLock().downRead(task);
        addLock.blockGet(task);
        task.holds(addLock);
        boolean removed = removeBefore(task, request);
        int done = 0;
        if (removed) {
            inFlight().begin(task);
            done = Transfer.run(task, cache(), request);
            inFlight().end(task);
        }
        task.holds(null);
        addLock.blockPut(task);
        inodeLock().upRead(task);
        return removed ? done : writeThrough(task, request);
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        inFlight().awaitNone(task);
        addLock.blockGet(task);
        cache().truncate(task, index, pages);
        cache().discardBlocks(task, index, pages);
        addLock.blockPut(task);
        inodeLock().upWrite(task);
    }
}
