package io.pagetax.scheme.model;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What direct I/O passes, and adders of pages: each counts itself on a line that it shares with few others, so that passing
 * costs nothing that grows with the number of users. Who closes it waits until all have left; that is dear, and rare. As
 * the kernel's percpu_rw_semaphore, but that those inside learn in which of two states the gate is.
 *
 * <p>Who is inside must neither enter again nor wait for anybody who may wait to enter.
 */
public final class Gate extends WaitQueue {

    /** In which state it is open. */
    public enum State {
        /** Nothing of the file is cached, and nobody may add a page. */
        UNCACHED,
        /** Pages may be there, and may be added. */
        CACHED,
        /** Nobody is inside, or only those who are about to leave. */
        CLOSED
    }

    private static final int STRIPES = 8;
    private static final int STRIDE = 16;

    private final String name;
    private final AtomicIntegerArray inside = new AtomicIntegerArray(STRIPES * STRIDE);
    private final RwSemaphore closers;

    private volatile State state = State.UNCACHED;

    /** Open, nothing cached. */
    public Gate(String name) {
        this.name = name;
        this.closers = new RwSemaphore(name + ".closers");
    }

    /** Enters as soon as it is open; the state stays as it is returned until {@link #leave}. */
    public State enter(Task task) {
        while (true) {
            task.counts().ownRmw();
            inside.getAndIncrement(slot(task));
            State seen = state;
            if (seen != State.CLOSED) {
                task.tells("enters", this);
                return seen;
            }
            leave(task);
            await(task, this, () -> state != State.CLOSED);
        }
    }

    /** Leaves. */
    public void leave(Task task) {
        task.counts().ownRmw();
        inside.getAndDecrement(slot(task));
        if (state == State.CLOSED) {
            wake();
        }
    }

    /** Closes it for all and waits until nobody is inside. One at a time. */
    public void close(Task task) {
        closers.downWrite(task);
        state = State.CLOSED;
        if (!isDeserted()) {
            await(task, this + " to be deserted", this::isDeserted);
        }
        task.tells("closes", this);
    }

    /** Opens it again. */
    public void open(Task task, State next) {
        task.tells("opens", this);
        state = next;
        wake();
        closers.upWrite(task);
    }

    /** The same with the caller inside, who thus finds it as he left it: {@link #leave} is due. */
    public void openInside(Task task, State next) {
        task.counts().ownRmw();
        inside.getAndIncrement(slot(task));
        open(task, next);
    }

    private boolean isDeserted() {
        int sum = 0;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            sum += inside.get(stripe * STRIDE);
        }
        return sum == 0;
    }

    private static int slot(Task task) {
        return task.number() % STRIPES * STRIDE;
    }

    @Override
    public String toString() {
        return name;
    }
}
