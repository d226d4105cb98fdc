package io.pagetax.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Records the times of one job's operations, all of them, in intervals of about a second.
 *
 * <p>Values are nanoseconds, exact to 3 significant digits, from 1 ns to {@link #HIGHEST_NANOS}; longer ones are counted
 * as overflow and recorded as the highest. All memory is taken at construction: about 270 KiB an interval, three times
 * that if hits and misses are kept apart. <b>Not thread-safe</b>: one recorder a thread, so that recording is a plain
 * increment.
 */
public final class LatencyRecorder {

    /** One hour: the longest time that is told apart. */
    public static final long HIGHEST_NANOS = 3_600_000_000_000L;

    /** Precision of every histogram. */
    public static final int SIGNIFICANT_DIGITS = 3;

    /** Twice 10<sup>{@value #SIGNIFICANT_DIGITS}</sup> values are told apart in a bucket, and as many as a power of two needs. */
    static final int HALF_BUCKET_BITS = 10;

    private static final long INTERVAL_NANOS = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Histogram[] intervals;
    private final @Nullable HitMissRecorder hitMiss;
    private int interval;
    private Histogram current;
    private long intervalStartNanos;
    private long epochMillisAtNanoZero;
    private long busyNanos;
    private long overflow;

    /** With room for this many intervals; if a sample lasts longer, the last one is longer. */
    public LatencyRecorder(int intervalCount) {
        this(intervalCount, null);
    }

    private LatencyRecorder(int intervalCount, @Nullable HitMissRecorder hitMiss) {
        this.hitMiss = hitMiss;
        intervals = new Histogram[intervalCount];
        for (int i = 0; i < intervalCount; i++) {
            intervals[i] = newHistogram();
        }
        current = intervals[0];
    }

    /** One that keeps hits and misses apart, and adds them up at the end. */
    public static LatencyRecorder telling(int intervalCount) {
        return new LatencyRecorder(intervalCount, new HitMissRecorder(intervalCount));
    }

    /** Where hits and misses are recorded, instead of by {@link #record}. */
    public HitMissRecorder hitMiss() {
        return Objects.requireNonNull(hitMiss, "hits and misses are not told apart");
    }

    /** An empty histogram of the range and precision used everywhere. */
    public static Histogram newHistogram() {
        return new Histogram(HIGHEST_NANOS, SIGNIFICANT_DIGITS);
    }

    /** Forgets everything and begins a sample. */
    public void start() {
        start(System.nanoTime());
    }

    void start(long nowNanos) {
        for (int i = 0; i <= interval; i++) {
            intervals[i].reset();
        }
        interval = 0;
        current = intervals[0];
        busyNanos = 0;
        overflow = 0;
        intervalStartNanos = nowNanos;
        epochMillisAtNanoZero = System.currentTimeMillis() - intervalStartNanos / NANOS_PER_MILLI;
        current.setStartTimeStamp(epochMillis(intervalStartNanos));
        if (hitMiss != null) {
            hitMiss.start(nowNanos);
        }
    }

    /** Adds to the time in which operations were under way, which is their sum only if none overlap. */
    public void busy(long nanos) {
        busyNanos += nanos;
    }

    /** Records one operation. */
    public void record(long nanos) {
        if (nanos > HIGHEST_NANOS) {
            overflow++;
            current.recordValue(HIGHEST_NANOS);
        } else {
            current.recordValue(nanos);
        }
    }

    /** To be called now and then, outside of timed parts: begins the next interval when it is due. */
    public void rotateIfDue(long nowNanos) {
        if (nowNanos - intervalStartNanos >= INTERVAL_NANOS && interval + 1 < intervals.length) {
            current.setEndTimeStamp(epochMillis(nowNanos));
            interval++;
            current = intervals[interval];
            current.setStartTimeStamp(epochMillis(nowNanos));
            intervalStartNanos = nowNanos;
        }
        // The same start and the same looks at the clock: its intervals end when these do.
        if (hitMiss != null) {
            hitMiss.rotateIfDue(nowNanos);
        }
    }

    /** Ends the sample. The histograms handed out are reused by the next {@link #start()}. */
    public LatencySample finish() {
        if (hitMiss != null) {
            hitMiss.addTo(this);
        }
        current.setEndTimeStamp(epochMillis(System.nanoTime()));
        List<Histogram> used = new ArrayList<>(List.of(intervals).subList(0, interval + 1));
        return new LatencySample(used, busyNanos, overflow, hitMiss == null ? null : hitMiss.finish());
    }

    /** Adds the values of another one that has the same intervals. */
    void add(LatencyRecorder other) {
        overflow += other.overflow;
        for (int i = 0; i <= interval; i++) {
            intervals[i].add(other.intervals[i]);
        }
    }

    private long epochMillis(long nanos) {
        return epochMillisAtNanoZero + nanos / NANOS_PER_MILLI;
    }
}
