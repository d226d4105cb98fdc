package io.pagetax.distribution;

import io.pagetax.latency.IntervalCounts;
import io.pagetax.latency.LatencyProfiler;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** The operations of a row. <b>Not thread-safe</b> while intervals are added; reading changes nothing. */
public final class RowDistribution {

    private final Map<Kind, Counts> counts = new EnumMap<>(Kind.class);
    private final HeatMapBuilder heatMap = new HeatMapBuilder();

    RowDistribution() {}

    /**
     * Adds an interval.
     *
     * @param what the last word of its tag
     */
    void add(String what, double startSeconds, double lengthSeconds, IntervalCounts interval) {
        switch (what) {
            case LatencyProfiler.HICCUP_TAG -> heatMap.hiccup(startSeconds, lengthSeconds, longest(interval));
            case LatencyProfiler.COLLECTION_TAG -> heatMap.collection(startSeconds, lengthSeconds, longest(interval));
            default -> addOperations(Kind.of(what).orElseThrow(), startSeconds, lengthSeconds, interval);
        }
    }

    private void addOperations(Kind kind, double startSeconds, double lengthSeconds, IntervalCounts interval) {
        counts.computeIfAbsent(kind, any -> new Counts()).add(interval);
        if (kind == Kind.SERVICE) {
            heatMap.add(startSeconds, lengthSeconds, interval);
        }
    }

    private static long longest(IntervalCounts interval) {
        return interval.size() == 0 ? 0 : IntervalCounts.valueAt(interval.index(interval.size() - 1));
    }

    /** Nanoseconds of all operations, a copy of 270 KiB; empty if none was recorded. */
    public Optional<Histogram> histogram(Kind kind) {
        return Optional.ofNullable(counts.get(kind))
                .filter(recorded -> !recorded.isEmpty())
                .map(Counts::histogram);
    }

    /** Service times over the time that was measured. */
    public HeatMap heatMap() {
        return heatMap.build();
    }
}
