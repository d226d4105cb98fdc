package io.pagetax.campaign;

import io.pagetax.latency.HitMiss;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.result.Percentiles;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Hits and misses of the page cache, summed up. What was not told apart leaves it empty. <b>Not thread-safe.</b> */
final class HitMissHistograms {

    private final Histogram hits = LatencyRecorder.newHistogram();
    private final Histogram misses = LatencyRecorder.newHistogram();

    static HitMissHistograms of(@Nullable HitMiss sample) {
        HitMissHistograms one = new HitMissHistograms();
        one.add(sample);
        return one;
    }

    void add(@Nullable HitMiss sample) {
        if (sample != null) {
            sample.hits().forEach(hits::add);
            sample.misses().forEach(misses::add);
        }
    }

    Histogram hits() {
        return hits;
    }

    Histogram misses() {
        return misses;
    }

    @Nullable Percentiles hitNs() {
        return percentiles(hits);
    }

    @Nullable Percentiles missNs() {
        return percentiles(misses);
    }

    /** Null without any operation. */
    @Nullable Double hitRatio() {
        long all = hits.getTotalCount() + misses.getTotalCount();
        return all == 0 ? null : Double.valueOf((double) hits.getTotalCount() / all);
    }

    /** What was longer than the histogram reaches was recorded as its highest value. */
    private static @Nullable Percentiles percentiles(Histogram nanos) {
        return nanos.getTotalCount() == 0
                ? null
                : Percentiles.of(nanos, nanos.getCountAtValue(LatencyRecorder.HIGHEST_NANOS));
    }
}
