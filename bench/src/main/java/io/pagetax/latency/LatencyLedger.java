package io.pagetax.latency;

import java.util.ArrayList;
import java.util.List;

/**
 * Where jobs leave their samples for {@link LatencyProfiler}, since JMH constructs both and introduces neither to the
 * other. Thread-safe.
 */
public final class LatencyLedger {

    private static final List<LatencySample> SAMPLES = new ArrayList<>();

    private LatencyLedger() {}

    /** Leaves the sample of one job. */
    public static synchronized void publish(LatencySample sample) {
        SAMPLES.add(sample);
    }

    /** Takes all samples left since the last call. */
    static synchronized List<LatencySample> drain() {
        List<LatencySample> drained = List.copyOf(SAMPLES);
        SAMPLES.clear();
        return drained;
    }
}
