package io.pagetax.linux.thread;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.RusageLayout;
import io.pagetax.linux.syscall.Syscalls;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a thread has used since it began, or between two moments, by getrusage(2).
 *
 * @param userNanos time in user mode; in steps of microseconds, or of a timer tick on kernels that count by ticks
 * @param systemNanos time in the kernel, interrupts aside
 * @param minorFaults page faults served without I/O
 * @param majorFaults page faults that waited for I/O
 * @param voluntarySwitches times it waited
 * @param involuntarySwitches times it had to make way
 */
public record ThreadUsage(
        long userNanos,
        long systemNanos,
        long minorFaults,
        long majorFaults,
        long voluntarySwitches,
        long involuntarySwitches) {

    private static final int NONE = -1;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    /** The calling thread's, since it began. Allocates: not for the inside of a timed loop. */
    public static ThreadUsage current() throws NativeIoException {
        ByteBuffer out = ByteBuffer.allocateDirect(RusageLayout.LENGTH).order(ByteOrder.nativeOrder());
        try {
            long result = Syscalls.get().getrusage(RusageLayout.RUSAGE_THREAD, NativeMemory.addressOf(out));
            if (result < 0) {
                throw new NativeIoException("getrusage", "this thread", NONE, NONE, result);
            }
            return new ThreadUsage(
                    nanos(out, RusageLayout.USER_SECONDS_OFFSET, RusageLayout.USER_MICROS_OFFSET),
                    nanos(out, RusageLayout.SYSTEM_SECONDS_OFFSET, RusageLayout.SYSTEM_MICROS_OFFSET),
                    out.getLong(RusageLayout.MINOR_FAULTS_OFFSET),
                    out.getLong(RusageLayout.MAJOR_FAULTS_OFFSET),
                    out.getLong(RusageLayout.VOLUNTARY_SWITCHES_OFFSET),
                    out.getLong(RusageLayout.INVOLUNTARY_SWITCHES_OFFSET));
        } finally {
            Reference.reachabilityFence(out);
        }
    }

    private static long nanos(ByteBuffer usage, int secondsOffset, int microsOffset) {
        return usage.getLong(secondsOffset) * NANOS_PER_SECOND + usage.getLong(microsOffset) * NANOS_PER_MICRO;
    }

    /** What was used from then to now. */
    public ThreadUsage minus(ThreadUsage earlier) {
        return new ThreadUsage(
                userNanos - earlier.userNanos,
                systemNanos - earlier.systemNanos,
                minorFaults - earlier.minorFaults,
                majorFaults - earlier.majorFaults,
                voluntarySwitches - earlier.voluntarySwitches,
                involuntarySwitches - earlier.involuntarySwitches);
    }

    /** What was used in two stretches of time together. */
    public ThreadUsage plus(ThreadUsage other) {
        return new ThreadUsage(
                userNanos + other.userNanos,
                systemNanos + other.systemNanos,
                minorFaults + other.minorFaults,
                majorFaults + other.majorFaults,
                voluntarySwitches + other.voluntarySwitches,
                involuntarySwitches + other.involuntarySwitches);
    }
}
