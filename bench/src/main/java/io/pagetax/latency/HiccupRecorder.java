package io.pagetax.latency;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Records by how much a thread that sleeps woke late, in intervals of a second on the time line of the operations beside
 * it. It allocates an interval when it begins one: it is not the measured thread. <b>Not thread-safe.</b>
 */
public final class HiccupRecorder {

    private static final long INTERVAL_NANOS = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final List<Histogram> intervals = new ArrayList<>();
    private final long epochMillisAtNanoZero = System.currentTimeMillis() - System.nanoTime() / NANOS_PER_MILLI;
    private Histogram current;
    private long intervalStartNanos;

    /** Begins now. */
    public HiccupRecorder() {
        intervalStartNanos = System.nanoTime();
        current = begin(intervalStartNanos);
    }

    private Histogram begin(long nowNanos) {
        Histogram interval = LatencyRecorder.newHistogram();
        interval.setStartTimeStamp(epochMillis(nowNanos));
        intervals.add(interval);
        return interval;
    }

    /** Records that it woke now, so many nanoseconds late. */
    public void record(long nowNanos, long lateNanos) {
        current.recordValue(Math.min(lateNanos, LatencyRecorder.HIGHEST_NANOS));
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

    private long epochMillis(long nanos) {
        return epochMillisAtNanoZero + nanos / NANOS_PER_MILLI;
    }
}
