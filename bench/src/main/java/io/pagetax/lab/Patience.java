package io.pagetax.lab;

import java.time.Duration;

/** Waits in small steps for what happens by itself soon, up to a limit. <b>Not thread-safe.</b> */
final class Patience {

    private static final long STEP_MS = 50;

    private final long deadlineNanos;

    Patience(Duration limit) {
        this.deadlineNanos = System.nanoTime() + limit.toNanos();
    }

    /** Waits a step; false at once if the limit is reached, or if this thread is to stop. */
    boolean waited() {
        if (System.nanoTime() >= deadlineNanos) {
            return false;
        }
        try {
            Thread.sleep(STEP_MS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
