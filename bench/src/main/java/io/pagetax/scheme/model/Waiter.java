package io.pagetax.scheme.model;

import org.jspecify.annotations.Nullable;

/** A task in a queue. It sleeps by a monitor of its own, so that no more than one is woken at a time. */
final class Waiter {

    /** Who comes after it; belongs to the lock whose queue it is. */
    @Nullable Waiter next;

    private boolean woken;

    /** Sleeps until it is woken, or was before. An interruption is kept for later. */
    synchronized void sleep() {
        boolean interrupted = false;
        while (!woken) {
            try {
                wait();
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        woken = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void wake() {
        woken = true;
        notifyAll();
    }
}
