package io.pagetax.latency;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Records what happened beside the operations, such as by how much a thread that sleeps woke late, in intervals of a second
 * on their time line. It allocates an interval when it begins one: its thread is not the measured one. <b>Not
 * thread-safe.</b>
 */
public final class BesideRecorder {

    private static final long INTERVAL_NANOS = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final List<Histogram> intervals = new ArrayList<>();
    private final long epochMillisAtNanoZero = System.currentTimeMillis() - System.nanoTime() / NANOS_PER_MILLI;
    private final String tag;
    private Histogram current;
    private long intervalStartNanos;

    /**
     * Begins now.
     *
     * @param tag of the intervals
     */
    public BesideRecorder(String tag) {
        this.tag = tag;
        intervalStartNanos = System.nanoTime();
        current = begin(intervalStartNanos);
    }

    private Histogram begin(long nowNanos) {
        Histogram interval = LatencyRecorder.newHistogram();
        interval.setTag(tag);
        interval.setStartTimeStamp(epochMillis(nowNanos));
        intervals.add(interval);
        return interval;
    }

    /** Records that something ended now which took so long. */
    public void record(long nowNanos, long nanos) {
        current.recordValue(Math.min(nanos, LatencyRecorder.HIGHEST_NANOS));
        if (nowNanos - intervalStartNanos >= INTERVAL_NANOS) {
            current.setEndTimeStamp(epochMillis(nowNanos));
            current = begin(nowNanos);
            intervalStartNanos = nowNanos;
        }
    }

    /** Ends; hands out the intervals, which it does not change any more. */
    public List<Histogram> finish() {
        current.setEndTimeStamp(epochMillis(System.nanoTime()));
        return intervals;
    }

    /** The same; of something rare, only the intervals in which it happened. */
    public List<Histogram> finishWithoutEmpty() {
        return finish().stream()
                .filter(interval -> interval.getTotalCount() > 0)
                .toList();
    }

    private long epochMillis(long nanos) {
        return epochMillisAtNanoZero + nanos / NANOS_PER_MILLI;
    }
}
