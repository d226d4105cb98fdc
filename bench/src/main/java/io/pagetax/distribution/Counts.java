package io.pagetax.distribution;

import io.pagetax.latency.IntervalCounts;
import io.pagetax.latency.LatencyRecorder;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Intervals added up, in no more memory than from the shortest time to the longest: a thousand histograms of the whole range
 * would take 270 MB. <b>Not thread-safe.</b>
 */
final class Counts {

    private static final int MARGIN = 1024;

    private int first;
    private long[] counts = {};

    void add(IntervalCounts interval) {
        if (interval.size() == 0) {
            return;
        }
        makeRoom(interval.index(0), interval.index(interval.size() - 1));
        for (int i = 0; i < interval.size(); i++) {
            counts[interval.index(i) - first] += interval.count(i);
        }
    }

    private void makeRoom(int low, int high) {
        if (counts.length == 0) {
            first = low;
        }
        int newFirst = low < first ? Math.max(0, low - MARGIN) : first;
        int end = first + counts.length;
        int newEnd = high >= end ? high + MARGIN : end;
        if (newFirst < first || newEnd > end) {
            long[] wider = new long[newEnd - newFirst];
            System.arraycopy(counts, 0, wider, first - newFirst, counts.length);
            counts = wider;
            first = newFirst;
        }
    }

    boolean isEmpty() {
        return Arrays.stream(counts).allMatch(count -> count == 0);
    }

    /** A copy. */
    Histogram histogram() {
        Histogram histogram = LatencyRecorder.newHistogram();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                histogram.recordValueWithCount(IntervalCounts.valueAt(first + i), counts[i]);
            }
        }
        return histogram;
    }
}
