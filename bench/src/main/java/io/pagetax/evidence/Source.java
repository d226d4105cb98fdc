package io.pagetax.evidence;

/** Where a number comes from; each is a profiler of its own on JMH's command line. */
public enum Source {
    /** The page cache of the measured file. */
    PAGECACHE("pagecache", "pages resident, dirty and under writeback before and after, recently evicted"),
    /** What moved to and from devices. */
    DEVICE("device", "bytes asked for, bytes that this process and others moved on the device and at its bottom"),
    /** What the jobs' threads used of the processors, and who kept them from it. */
    CPU("cpu", "user and system time, context switches, stolen and throttled time, pressure, hiccups"),
    /** Page faults of the jobs' threads. */
    FAULTS("faults", "minor and major page faults"),
    /** What the Java virtual machine did beside the measurement. */
    JVM("jvm", "garbage collection, safepoints, compilation, allocation");

    private final String word;
    private final String help;

    Source(String word, String help) {
        this.word = word;
        this.help = help;
    }

    /** As in {@code -prof} and in front of the names of secondary results. */
    public String word() {
        return word;
    }

    /** One line for a user. */
    public String help() {
        return help;
    }
}
