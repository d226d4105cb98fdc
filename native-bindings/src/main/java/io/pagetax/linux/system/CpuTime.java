package io.pagetax.linux.system;

/**
 * How a processor, or all of them, spent the time since boot or between two moments. Nanoseconds, in steps of 10 ms: the
 * kernel shows ticks of 1/100 s (USER_HZ on every architecture that there are bindings for). The time of virtual
 * machines that run here is part of user and nice.
 *
 * @param userNanos programs
 * @param niceNanos programs of lowered priority
 * @param systemNanos the kernel for programs, and its own threads
 * @param idleNanos nothing to do
 * @param iowaitNanos nothing to do, while a task that last ran here waits for I/O. Not to be relied on, says
 *     proc_stat(5): it may even get smaller
 * @param irqNanos hardware interrupts
 * @param softirqNanos their deferred part, such as completing block I/O
 * @param stealNanos had something to do, while the hypervisor ran another machine
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
 */
public record CpuTime(
        long userNanos,
        long niceNanos,
        long systemNanos,
        long idleNanos,
        long iowaitNanos,
        long irqNanos,
        long softirqNanos,
        long stealNanos) {

    private static final long NANOS_PER_TICK = 10_000_000;

    /** From the fields of a line of /proc/stat, the first of which is its name. */
    static CpuTime parse(String[] fields) {
        return new CpuTime(
                nanos(fields[1]),
                nanos(fields[2]),
                nanos(fields[3]),
                nanos(fields[4]),
                nanos(fields[5]),
                nanos(fields[6]),
                nanos(fields[7]),
                nanos(fields[8]));
    }

    private static long nanos(String ticks) {
        return Long.parseLong(ticks) * NANOS_PER_TICK;
    }

    /** Of all kinds together. */
    public long totalNanos() {
        return userNanos + niceNanos + systemNanos + idleNanos + iowaitNanos + irqNanos + softirqNanos + stealNanos;
    }

    /** How the time from then to now was spent. */
    public CpuTime minus(CpuTime earlier) {
        return new CpuTime(
                userNanos - earlier.userNanos,
                niceNanos - earlier.niceNanos,
                systemNanos - earlier.systemNanos,
                idleNanos - earlier.idleNanos,
                iowaitNanos - earlier.iowaitNanos,
                irqNanos - earlier.irqNanos,
                softirqNanos - earlier.softirqNanos,
                stealNanos - earlier.stealNanos);
    }
}
