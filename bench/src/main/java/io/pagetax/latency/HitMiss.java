package io.pagetax.latency;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Times of hits and of misses of the page cache, in nanoseconds.
 *
 * @param hits histograms in order of time; may be empty of values
 * @param misses histograms in order of time; may be empty of values
 */
public record HitMiss(List<Histogram> hits, List<Histogram> misses) {

    private static final String HIT_TAG = "hit";
    private static final String MISS_TAG = "miss";

    /** Number of hits. */
    public long hitCount() {
        return count(hits);
    }

    /** Number of misses. */
    public long missCount() {
        return count(misses);
    }

    private static long count(List<Histogram> intervals) {
        return intervals.stream().mapToLong(Histogram::getTotalCount).sum();
    }

    /** Takes those of an interval log that {@link LatencyProfiler} wrote; null if it told none apart. */
    public static @Nullable HitMiss among(List<Histogram> log) {
        List<Histogram> hits = tagged(log, HIT_TAG);
        List<Histogram> misses = tagged(log, MISS_TAG);
        return hits.isEmpty() && misses.isEmpty() ? null : new HitMiss(hits, misses);
    }

    private static List<Histogram> tagged(List<Histogram> log, String tag) {
        return log.stream().filter(interval -> tag.equals(interval.getTag())).toList();
    }

    /** All intervals, tagged for {@link #among}. */
    List<Histogram> tagged() {
        hits.forEach(interval -> interval.setTag(HIT_TAG));
        misses.forEach(interval -> interval.setTag(MISS_TAG));
        List<Histogram> all = new ArrayList<>(hits);
        all.addAll(misses);
        return all;
    }
}
