package io.pagetax.latency;

import java.util.List;

/** Takes what jobs left for the profiler. */
public final class LatencyDrain {

    private LatencyDrain() {}

    /** The samples of all jobs since the last call. */
    public static List<LatencySample> drain() {
        return LatencyLedger.drain();
    }
}
