package io.pagetax.distribution;

import io.pagetax.latency.IntervalCounts;
import io.pagetax.latency.IntervalScan;
import java.util.HashMap;
import java.util.Map;

/** Adds up the intervals of some rows, of every n-th by their hashes. <b>Not thread-safe.</b> */
final class RowReader implements IntervalScan.Visitor {

    private final int part;
    private final int parts;
    private final Map<String, RowDistribution> rows = new HashMap<>();

    /** One of several readers of a log, of which each row has one. */
    RowReader(int part, int parts) {
        this.part = part;
        this.parts = parts;
    }

    Map<String, RowDistribution> rows() {
        return rows;
    }

    @Override
    public boolean wants(String tag) {
        return IntervalTag.of(tag)
                .filter(interval -> Math.floorMod(interval.row().hashCode(), parts) == part)
                .isPresent();
    }

    @Override
    public void interval(String tag, double startSeconds, double lengthSeconds, IntervalCounts counts) {
        IntervalTag interval = IntervalTag.of(tag).orElseThrow();
        rows.computeIfAbsent(interval.row(), any -> new RowDistribution())
                .add(interval.what(), startSeconds, lengthSeconds, counts);
    }
}
