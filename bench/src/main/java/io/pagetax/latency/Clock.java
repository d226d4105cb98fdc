package io.pagetax.latency;

/**
 * System.nanoTime as it is on this machine: by it everything is timed.
 *
 * @param nanosPerCall time of a call
 * @param stepNanos smallest difference of two readings in succession; not below the time of a call
 */
public record Clock(double nanosPerCall, long stepNanos) {

    private static final int ROUNDS = 5;
    private static final int CALLS = 10_000;

    /** Measures it, which takes a few milliseconds. */
    public static Clock measure() {
        double nanosPerCall = Double.MAX_VALUE;
        long stepNanos = Long.MAX_VALUE;
        // The best of several: whatever interrupts a round makes it longer.
        for (int round = 0; round < ROUNDS; round++) {
            nanosPerCall = Math.min(nanosPerCall, timeOfCalls() / CALLS);
            stepNanos = Math.min(stepNanos, smallestStep());
        }
        return new Clock(nanosPerCall, stepNanos);
    }

    private static double timeOfCalls() {
        long start = System.nanoTime();
        long last = start;
        for (int i = 0; i < CALLS; i++) {
            last = System.nanoTime();
        }
        return last - start;
    }

    private static long smallestStep() {
        long smallest = Long.MAX_VALUE;
        long previous = System.nanoTime();
        // A coarse clock may stand still for all of these calls.
        for (int calls = 0; calls < CALLS || smallest == Long.MAX_VALUE; calls++) {
            long now = System.nanoTime();
            if (now > previous) {
                smallest = Math.min(smallest, now - previous);
            }
            previous = now;
        }
        return smallest;
    }
}
