package io.pagetax.probe;

import java.util.Locale;

/**
 * What shows whether two threads' transfers on one file go on at the same time. On a device that keeps the order of
 * requests, short transfers wait for a long one even if it is on another file, and that tells nothing: then it is what the
 * threads are seen waiting for, and at last what is left of their speed.
 *
 * @param ended short transfers that ended during a long write on the same file
 * @param endedElsewhere the same with the short transfers on another file, which shares no lock
 * @param waits what the threads are seen waiting for
 * @param speedLeft what is left of each thread's speed beside the other, summed: 1 if they take turns, 2 if neither hinders
 *     the other
 */
record Signs(int ended, int endedElsewhere, LockWaits waits, double speedLeft) {

    /** Of {@link #endedElsewhere}: fewer tell nothing. */
    private static final int OVERTAKING = 8;

    /** Of {@link #ended}: where a lock is held it is the one that was under way, at times two. */
    private static final int UNLOCKED = 4;

    /** Of {@link #speedLeft}. */
    private static final double PARALLEL = 1.2;

    /** Whether they go on at the same time. */
    boolean isParallel() {
        if (ended >= UNLOCKED) {
            return true;
        }
        return !overtakes() && (waits.areForTheDevice() || (!waits.areForLocks() && looksFast()));
    }

    /** Whether something speaks against that. */
    boolean isDisputed() {
        return isParallel() ? waits.areForLocks() || !looksFast() : looksFast();
    }

    private boolean overtakes() {
        return endedElsewhere >= OVERTAKING;
    }

    private boolean looksFast() {
        return speedLeft >= PARALLEL;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d transfers of a page of the same file ended, and %d of another file%s; %s; what is left of each thread's"
                        + " speed beside the other comes to %.2f (1: in turns, 2: neither hinders the other)",
                ended,
                endedElsewhere,
                overtakes() ? "" : ", so the device keeps their order",
                waits,
                speedLeft);
    }
}
