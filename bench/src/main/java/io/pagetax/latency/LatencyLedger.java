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
    private static final List<Histogram> BESIDE = new ArrayList<>();

    private LatencyLedger() {}

    /** Leaves the sample of one job. */
    public static synchronized void publish(LatencySample sample) {
        SAMPLES.add(sample);
    }

    /** Leaves what was recorded beside the jobs, tagged. */
    public static synchronized void publishBeside(List<Histogram> intervals) {
        BESIDE.addAll(intervals);
    }

    /** Takes all of that which was left since the last call. */
    static synchronized List<Histogram> drainBeside() {
        List<Histogram> drained = List.copyOf(BESIDE);
        BESIDE.clear();
        return drained;
    }

    /** Takes all samples left since the last call. */
    static synchronized List<LatencySample> drain() {
        List<LatencySample> drained = List.copyOf(SAMPLES);
        SAMPLES.clear();
        return drained;
    }
}
