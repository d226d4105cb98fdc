package io.pagetax.scheme.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * What direct I/O passes, and adders of pages: each says on a line of its own that it is inside, so that passing takes no
 * atomic operation and no line from another processor. Who closes it has all others pass a memory barrier and waits until
 * nobody is inside; that is dear, and rare. As the kernel's percpu_rw_semaphore, but that those inside learn in which of two
 * states the gate is.
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

    private static final VarHandle INSIDE = MethodHandles.arrayElementVarHandle(int[].class);

    /** With two lines of 64 bytes on each side, which processors fetch in pairs. */
    private static final int PASS_INTS = 64;

    private static final int MIDDLE = PASS_INTS / 2;

    private static final int[] NONE = {};

    private final String name;
    private final Runnable barrier;
    private final RwSemaphore closers;

    private volatile State state = State.UNCACHED;

    /** A line for each task, by its number; empty for those who have never entered. */
    private volatile int[][] passes = {};

    /**
     * Open, nothing cached.
     *
     * @param barrier returns when each task has passed a full memory barrier since the call
     */
    public Gate(String name, Runnable barrier) {
        this.name = name;
        this.barrier = barrier;
        this.closers = new RwSemaphore(name + ".closers");
    }

    /** Enters as soon as it is open; the state stays as it is returned until {@link #leave}. */
    public State enter(Task task) {
        while (true) {
            goIn(task);
            State seen = state;
            if (seen != State.CLOSED) {
                task.tells("enters", this);
                return seen;
            }
            leave(task);
            await(task, this, () -> state != State.CLOSED);
        }
    }

    private void goIn(Task task) {
        int number = task.number();
        int[][] known = passes;
        int[] pass = number < known.length ? known[number] : NONE;
        if (pass.length == 0) {
            pass = add(number);
        }
        task.counts().ownStore();
        INSIDE.setOpaque(pass, MIDDLE, 1);
        // Keeps the compiler from looking at the state first. For the processor who closes the gate does that.
        VarHandle.releaseFence();
    }

    private synchronized int[] add(int number) {
        int before = passes.length;
        int[][] more = Arrays.copyOf(passes, Math.max(before, number + 1));
        Arrays.fill(more, before, more.length, NONE);
        more[number] = new int[PASS_INTS];
        passes = more;
        return more[number];
    }

    /** Leaves. */
    public void leave(Task task) {
        task.counts().ownStore();
        INSIDE.setRelease(passes[task.number()], MIDDLE, 0);
        VarHandle.releaseFence();
        if (state == State.CLOSED) {
            // Whoever closed it may have had its barrier before the store, and must not look for it after this one has
            // looked for sleepers.
            VarHandle.fullFence();
            wake();
        }
    }

    /** Closes it for all and waits until nobody is inside. One at a time. */
    public void close(Task task) {
        closers.downWrite(task);
        state = State.CLOSED;
        barrier.run();
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
        goIn(task);
        open(task, next);
    }

    private boolean isDeserted() {
        for (int[] pass : passes) {
            if (pass.length > 0 && (int) INSIDE.getAcquire(pass, MIDDLE) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name;
    }
}
