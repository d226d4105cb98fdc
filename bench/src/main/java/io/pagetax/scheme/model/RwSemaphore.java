package io.pagetax.scheme.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A lock for many readers or one writer, as the kernel's rw_semaphore: fair, so that a reader who comes after a waiting
 * writer waits behind it; but that a writer spins for a while before it queues, and may then go ahead of those who sleep,
 * until the first of them has been woken in vain and asks for it to be handed over. Uncontended, taking and releasing are
 * one atomic read-modify-write each.
 */
public final class RwSemaphore {

    private static final int WRITER = 1;
    private static final int QUEUED = 2;
    private static final int HANDOFF = 4;
    private static final int READER = 8;

    private static final VarHandle STATE = Fields.handle(MethodHandles.lookup(), "state");

    private final String name;

    private volatile int state;
    private @Nullable Waiter head;
    private @Nullable Waiter tail;

    /** @param name in journals */
    public RwSemaphore(String name) {
        this.name = name;
    }

    /** down_read(). */
    public void downRead(Task task) {
        if (!tryDownRead(task)) {
            queue(task, false);
        }
        task.tells("takes shared", this);
    }

    /** down_read_trylock(): fails also if a writer waits. */
    public boolean tryDownRead(Task task) {
        int seen = state;
        while ((seen & (WRITER | QUEUED)) == 0) {
            if (STATE.compareAndSet(this, seen, seen + READER)) {
                task.counts().lockRmw();
                return true;
            }
            seen = state;
        }
        return false;
    }

    /** up_read(). */
    public void upRead(Task task) {
        task.tells("releases", this);
        release(task, READER);
    }

    /** down_write(). */
    public void downWrite(Task task) {
        if (!tryDownWrite(task) && !spin(task)) {
            queue(task, true);
        }
        task.tells("takes", this);
    }

    /** down_write_trylock(). */
    public boolean tryDownWrite(Task task) {
        if (STATE.compareAndSet(this, 0, WRITER)) {
            task.counts().lockRmw();
            return true;
        }
        return false;
    }

    /** rwsem_optimistic_spin(), for a time in place of as long as the owner runs. */
    private boolean spin(Task task) {
        for (int i = 0; i < task.spins(); i++) {
            int seen = state;
            if (seen <= QUEUED && (seen & WRITER) == 0 && STATE.compareAndSet(this, seen, seen | WRITER)) {
                task.counts().lockRmw();
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    /** up_write(). */
    public void upWrite(Task task) {
        task.tells("releases", this);
        release(task, WRITER);
    }

    private void release(Task task, int share) {
        task.counts().lockRmw();
        if (((int) STATE.getAndAdd(this, -share) & QUEUED) != 0) {
            wakeHead();
        }
    }

    private synchronized void wakeHead() {
        if (head != null) {
            head.wake();
        }
    }

    private void queue(Task task, boolean write) {
        task.counts().waited();
        task.tells(write ? "waits for" : "waits for shared", this);
        Waiter self = new Waiter();
        enqueue(self);
        boolean inVain = false;
        while (!serve(self, write, inVain)) {
            self.sleep();
            inVain = true;
        }
        task.counts().lockRmw();
    }

    private synchronized void enqueue(Waiter self) {
        self.next = null;
        if (tail == null) {
            head = self;
        } else {
            tail.next = self;
        }
        tail = self;
        STATE.getAndBitwiseOr(this, QUEUED);
    }

    /** Lets the head of the queue have it, if it is free; whoever is next may be a reader as well, and looks then. */
    private synchronized boolean serve(Waiter self, boolean write, boolean inVain) {
        if (head != self) {
            return false;
        }
        if (!takeFromQueue(write)) {
            if (inVain) {
                STATE.getAndBitwiseOr(this, HANDOFF);
            }
            return false;
        }
        head = self.next;
        if (head == null) {
            tail = null;
            STATE.getAndBitwiseAnd(this, ~QUEUED);
        } else {
            head.wake();
        }
        return true;
    }

    /** Only the head of the queue takes it here, but those who have it give it back at any time. */
    private boolean takeFromQueue(boolean write) {
        int seen = state;
        while ((seen & WRITER) == 0 && (!write || seen < READER)) {
            if (STATE.compareAndSet(this, seen, (seen & ~HANDOFF) + (write ? WRITER : READER))) {
                return true;
            }
            seen = state;
        }
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
