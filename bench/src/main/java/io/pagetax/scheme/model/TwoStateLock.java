package io.pagetax.scheme.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A lock that many hold together in one of two ways, never in both: K. Overstreet, 10 June 2019,
 * 20190610191420.27007-4-kent.overstreet@gmail.com. Those who add pages exclude those who block that. Not fair: as long as
 * one kind holds it, more of that kind get it.
 */
public final class TwoStateLock extends WaitQueue {

    private static final VarHandle STATE = Fields.handle(MethodHandles.lookup(), "state");

    private final String name;

    private volatile int state;

    /** @param name in journals */
    public TwoStateLock(String name) {
        this.name = name;
    }

    /** Takes it to add pages; sleeps while it is blocked. */
    public void addGet(Task task) {
        while (!tryAddGet(task)) {
            await(task, this + " to add", () -> state >= 0);
        }
    }

    /** Takes it to add pages, if it is not blocked. */
    public boolean tryAddGet(Task task) {
        return take(task, 1, "adds under");
    }

    /** Gives it back. */
    public void addPut(Task task) {
        release(task, 1);
    }

    /** Blocks it; sleeps while pages are added. */
    public void blockGet(Task task) {
        while (!take(task, -1, "blocks")) {
            await(task, this + " to block", () -> state <= 0);
        }
    }

    /** Gives it back. */
    public void blockPut(Task task) {
        release(task, -1);
    }

    private boolean take(Task task, int one, String does) {
        int seen = state;
        while (seen * one >= 0) {
            if (STATE.compareAndSet(this, seen, seen + one)) {
                task.counts().lockRmw();
                task.tells(does, this);
                return true;
            }
            seen = state;
        }
        return false;
    }

    private void release(Task task, int one) {
        task.counts().lockRmw();
        task.tells("releases", this);
        if ((int) STATE.getAndAdd(this, -one) == one) {
            wake();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
