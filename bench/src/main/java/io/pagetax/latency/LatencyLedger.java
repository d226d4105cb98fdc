package io.pagetax.latency;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Where jobs leave their samples for {@link LatencyProfiler}, since JMH constructs both and introduces neither to the
 * other. Thread-safe.
 */
public final class LatencyLedger {

    private static final List<LatencySample> SAMPLES = new ArrayList<>();
    private static final List<Histogram> HICCUPS = new ArrayList<>();

    private LatencyLedger() {}

    /** Leaves the sample of one job. */
    public static synchronized void publish(LatencySample sample) {
        SAMPLES.add(sample);
    }

    /** Leaves what a control thread recorded beside the jobs. */
    public static synchronized void publishHiccups(List<Histogram> intervals) {
        HICCUPS.addAll(intervals);
    }

    /** Takes all hiccups left since the last call. */
    static synchronized List<Histogram> drainHiccups() {
        List<Histogram> drained = List.copyOf(HICCUPS);
        HICCUPS.clear();
        return drained;
    }

    /** Takes all samples left since the last call. */
    static synchronized List<LatencySample> drain() {
        List<LatencySample> drained = List.copyOf(SAMPLES);
        SAMPLES.clear();
        return drained;
    }
}
