package io.pagetax.scheme.model;

/**
 * Where tasks sleep until something holds. Who makes it hold calls {@link #wake} afterwards, which costs one read if
 * nobody sleeps: the order of "change, then look for sleepers" on one side and "be a sleeper, then look at the change" on
 * the other loses no wake-up.
 */
class WaitQueue {

    private volatile int sleepers;

    /** What is waited for. Looked at again and again, under the lock of the queue. */
    @FunctionalInterface
    interface Condition {
        boolean holds();
    }

    /** Sleeps until it holds. Cannot be interrupted, as in state D; an interruption is kept for later. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    final void await(Task task, Object what, Condition condition) {
        task.counts().waited();
        task.tells("waits for", what);
        boolean interrupted = false;
        synchronized (this) {
            sleepers++;
            while (!condition.holds()) {
                try {
                    wait();
                } catch (InterruptedException ignored) {
                    interrupted = true;
                }
            }
            sleepers--;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has everybody look again. */
    final void wake() {
        if (sleepers > 0) {
            synchronized (this) {
                notifyAll();
            }
        }
    }
}
