package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A distribution in nanoseconds. A percentile with fewer than 10 values beyond it is null: it would be decided by single
 * events.
 *
 * @param overflow values beyond the histogram's range, recorded as its highest
 */
public record Percentiles(
        long count,
        long min,
        double mean,
        @Nullable Long p50,
        @Nullable Long p90,
        @Nullable Long p95,
        @Nullable Long p99,
        @JsonProperty("p99_9") @Nullable Long p999,
        @JsonProperty("p99_99") @Nullable Long p9999,
        @JsonProperty("p99_999") @Nullable Long p99999,
        long max,
        long overflow) {

    private static final int LEAST_BEYOND = 10;
    private static final double ALL = 100.0;
    private static final double ROUNDING = 1e-6;

    /** Reads a histogram that holds at least one value. */
    public static Percentiles of(Histogram nanos, long overflow) {
        return new Percentiles(
                nanos.getTotalCount(),
                nanos.getMinValue(),
                nanos.getMean(),
                at(nanos, 50),
                at(nanos, 90),
                at(nanos, 95),
                at(nanos, 99),
                at(nanos, 99.9),
                at(nanos, 99.99),
                at(nanos, 99.999),
                nanos.getMaxValue(),
                overflow);
    }

    private static @Nullable Long at(Histogram nanos, double percentile) {
        double beyond = nanos.getTotalCount() * (ALL - percentile) / ALL;
        return beyond + ROUNDING < LEAST_BEYOND ? null : Long.valueOf(nanos.getValueAtPercentile(percentile));
    }
}
