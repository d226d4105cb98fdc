package io.pagetax.distribution;

import java.util.List;

/**
 * A row's latencies over the time that it was measured, all samples one after the other.
 *
 * @param intervalsAColumn how many became one, since a figure has no room for more
 * @param columns in order of time
 */
public record HeatMap(int intervalsAColumn, List<Column> columns) {

    /** Each reaches 19 % farther than the one before. */
    public static final int BUCKETS_AN_OCTAVE = 4;

    /**
     * One interval, or several that are next to each other.
     *
     * @param startSeconds since the epoch
     * @param beginsSample whether what was before it is of another sample
     * @param firstBucket of the counts
     * @param counts operations by latency; of the buckets from the first one to the last one that has any
     * @param hiccupNanos the longest time by which a thread that only sleeps woke late; 0 if none was recorded
     * @param collectionNanos what the longest collection of garbage took; 0 if none was recorded
     */
    public record Column(
            double startSeconds,
            double lengthSeconds,
            boolean beginsSample,
            int firstBucket,
            List<Long> counts,
            long hiccupNanos,
            long collectionNanos) {}

    /** Where a time is counted. */
    public static int bucketOf(long nanos) {
        return (int) Math.floor(BUCKETS_AN_OCTAVE * Math.log((double) Math.max(1, nanos)) / Math.log(2));
    }

    /** The shortest time of a bucket; the longest is that of the next one. */
    public static double lowerNanos(int bucket) {
        return Math.pow(2, (double) bucket / BUCKETS_AN_OCTAVE);
    }
}
