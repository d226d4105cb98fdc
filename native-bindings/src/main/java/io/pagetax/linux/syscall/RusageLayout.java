package io.pagetax.linux.syscall;

/**
 * The parts of {@code struct rusage} of {@code include/uapi/linux/resource.h} that Linux fills in.
 *
 * <pre>
 *     0  ru_utime  tv_sec s64 | tv_usec s64        64  ru_minflt   s64
 *    16  ru_stime  tv_sec s64 | tv_usec s64        72  ru_majflt   s64
 *    32  ru_maxrss (KiB)  s64                      80  ru_nswap ...
 *    40  ru_ixrss ...                             128  ru_nvcsw    s64
 *                                                 136  ru_nivcsw   s64
 *                                                 144  end
 * </pre>
 */
public final class RusageLayout {

    /** User time: whole seconds. */
    public static final int USER_SECONDS_OFFSET = 0;
    /** User time: microseconds. */
    public static final int USER_MICROS_OFFSET = USER_SECONDS_OFFSET + Long.BYTES;
    /** System time: whole seconds. */
    public static final int SYSTEM_SECONDS_OFFSET = USER_MICROS_OFFSET + Long.BYTES;
    /** System time: microseconds. */
    public static final int SYSTEM_MICROS_OFFSET = SYSTEM_SECONDS_OFFSET + Long.BYTES;
    /** Largest resident set of the process so far, in units of 1024 bytes. */
    public static final int MAX_RSS_OFFSET = SYSTEM_MICROS_OFFSET + Long.BYTES;
    /** Page faults served without I/O. */
    public static final int MINOR_FAULTS_OFFSET = MAX_RSS_OFFSET + 4 * Long.BYTES;
    /** Page faults that waited for I/O. */
    public static final int MAJOR_FAULTS_OFFSET = MINOR_FAULTS_OFFSET + Long.BYTES;
    /** Context switches because the thread waited. */
    public static final int VOLUNTARY_SWITCHES_OFFSET = MAJOR_FAULTS_OFFSET + 7 * Long.BYTES;
    /** Context switches because somebody else was to run. */
    public static final int INVOLUNTARY_SWITCHES_OFFSET = VOLUNTARY_SWITCHES_OFFSET + Long.BYTES;
    /** Size of the structure. */
    public static final int LENGTH = INVOLUNTARY_SWITCHES_OFFSET + Long.BYTES;

    /** The process, all threads. */
    public static final int RUSAGE_SELF = 0;
    /** The calling thread; kernel 2.6.26. */
    public static final int RUSAGE_THREAD = 1;

    private RusageLayout() {}
}
