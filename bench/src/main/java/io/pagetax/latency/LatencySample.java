package io.pagetax.latency;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one job recorded in one sample.
 *
 * @param intervals histograms of nanoseconds, in order of time, with start and end stamps
 * @param busyNanos time in which operations were under way, on the clock: those that overlap do not add up
 * @param overflow operations longer than {@link LatencyRecorder#HIGHEST_NANOS}
 * @param hitMiss the same operations, hits and misses apart; null if they were not told apart
 */
public record LatencySample(
        List<Histogram> intervals,
        long busyNanos,
        long overflow,
        @Nullable HitMiss hitMiss) {

    /** Of operations that were not told apart. */
    public LatencySample(List<Histogram> intervals, long busyNanos, long overflow) {
        this(intervals, busyNanos, overflow, null);
    }

    /** Operations in all intervals. */
    public long operations() {
        return intervals.stream().mapToLong(Histogram::getTotalCount).sum();
    }

    /** The times of all operations added up, to the histograms' precision. */
    public long totalNanos() {
        return Math.round(intervals.stream()
                .mapToDouble(interval -> interval.getMean() * interval.getTotalCount())
                .sum());
    }
}
