package io.pagetax.distribution;

import io.pagetax.latency.IntervalCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Collects a row's intervals. When there are many, neighbours become one column, so that neither memory nor a figure grows
 * with the length of a run. <b>Not thread-safe.</b>
 */
final class HeatMapBuilder {

    /** As many as can be told apart in a figure. */
    static final int MOST_COLUMNS = 128;

    /** Between two samples of a row a fork ends and another one begins, which takes longer. */
    private static final double LONGEST_PAUSE_SECONDS = 0.3;

    private static final int[] BUCKETS = IntStream.range(0, IntervalCounts.PLACES)
            .map(place -> HeatMap.bucketOf(IntervalCounts.valueAt(place)))
            .toArray();

    private final List<Slot> slots = new ArrayList<>();
    private int intervalsASlot = 1;

    /** A column that grows. */
    private static final class Slot {
        private final double start;
        private final boolean beginsSample;
        private double end;
        private double length;
        private int intervals;
        private int first;
        private long[] counts = {};
        private long hiccup;
        private long collection;

        Slot(double start, boolean beginsSample) {
            this.start = start;
            this.beginsSample = beginsSample;
        }

        private void add(double from, double seconds) {
            end = from + seconds;
            length += seconds;
            intervals++;
        }

        private double overlap(double from, double to) {
            return Math.min(end, to) - Math.max(start, from);
        }

        private void count(int bucket, long count) {
            if (counts.length == 0) {
                first = bucket;
            }
            if (bucket < first) {
                long[] wider = new long[counts.length + first - bucket];
                System.arraycopy(counts, 0, wider, first - bucket, counts.length);
                counts = wider;
                first = bucket;
            }
            if (bucket >= first + counts.length) {
                counts = Arrays.copyOf(counts, bucket + 1 - first);
            }
            counts[bucket - first] += count;
        }

        private void add(Slot next) {
            end = next.end;
            length += next.length;
            intervals += next.intervals;
            hiccup = Math.max(hiccup, next.hiccup);
            collection = Math.max(collection, next.collection);
            for (int i = 0; i < next.counts.length; i++) {
                count(next.first + i, next.counts[i]);
            }
        }

        private HeatMap.Column column() {
            return new HeatMap.Column(
                    start,
                    length,
                    beginsSample,
                    first,
                    Arrays.stream(counts).boxed().toList(),
                    hiccup,
                    collection);
        }
    }

    void add(double start, double seconds, IntervalCounts interval) {
        Slot slot = slotAt(start);
        slot.add(start, seconds);
        int size = interval.size();
        int i = 0;
        while (i < size) {
            int bucket = BUCKETS[interval.index(i)];
            long count = 0;
            while (i < size && BUCKETS[interval.index(i)] == bucket) {
                count += interval.count(i);
                i++;
            }
            slot.count(bucket, count);
        }
    }

    private Slot slotAt(double start) {
        Slot last = slots.isEmpty() ? null : slots.get(slots.size() - 1);
        if (last != null && last.intervals < intervalsASlot) {
            return last;
        }
        if (slots.size() == MOST_COLUMNS) {
            halve();
            return slotAt(start);
        }
        Slot slot = new Slot(start, last != null && start - last.end > LONGEST_PAUSE_SECONDS);
        slots.add(slot);
        return slot;
    }

    private void halve() {
        for (int i = 0; i < slots.size() / 2; i++) {
            Slot slot = slots.get(2 * i);
            slot.add(slots.get(2 * i + 1));
            slots.set(i, slot);
        }
        slots.subList(slots.size() / 2, slots.size()).clear();
        intervalsASlot *= 2;
    }

    /** Takes in what a thread that only sleeps saw in an interval, which need not begin when one of operations does. */
    void hiccup(double start, double seconds, long longestNanos) {
        slotDuring(start, start + seconds).ifPresent(slot -> slot.hiccup = Math.max(slot.hiccup, longestNanos));
    }

    /** The same of a collection of garbage. */
    void collection(double start, double seconds, long longestNanos) {
        slotDuring(start, start + seconds).ifPresent(slot -> slot.collection = Math.max(slot.collection, longestNanos));
    }

    /** The one that most of an interval lies in; none if nothing was measured meanwhile. */
    private Optional<Slot> slotDuring(double from, double to) {
        return slots.stream()
                .filter(slot -> slot.overlap(from, to) > 0)
                .max(Comparator.comparingDouble(slot -> slot.overlap(from, to)));
    }

    HeatMap build() {
        return new HeatMap(intervalsASlot, slots.stream().map(Slot::column).toList());
    }
}
