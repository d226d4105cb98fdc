package io.pagetax.distribution;

import io.pagetax.latency.IntervalScan;
import io.pagetax.latency.LatencyProfiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the interval log of a run holds, by rows. <b>Not thread-safe.</b> */
public final class Distributions {

    private final Map<String, RowDistribution> rows = new LinkedHashMap<>();

    private Distributions() {}

    /** Of a run whose log was not kept. */
    public static Distributions none() {
        return new Distributions();
    }

    /**
     * Reads a log from front to back. Lines whose tags are not those of rows are left out.
     *
     * @throws IOException if it cannot be read; it names the line that is broken
     */
    public static Distributions read(Path intervals) throws IOException {
        Distributions distributions = new Distributions();
        IntervalScan.scan(intervals, (tag, start, length, counts) -> {
            int end = tag.lastIndexOf('.');
            if (end > 0) {
                String last = tag.substring(end + 1);
                String before = tag.substring(0, end);
                switch (last) {
                    case LatencyProfiler.HICCUP_TAG -> distributions.row(before).hiccup(start, length, counts);
                    case LatencyProfiler.COLLECTION_TAG ->
                        distributions.row(before).collection(start, length, counts);
                    default ->
                        kind(last)
                                .ifPresent(
                                        kind -> distributions.row(rowOf(before)).add(kind, start, length, counts));
                }
            }
        });
        return distributions;
    }

    private RowDistribution row(String id) {
        return rows.computeIfAbsent(id, any -> new RowDistribution());
    }

    private static Optional<Kind> kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Without the word for the direction, which stands between a row's id and what was timed. */
    private static String rowOf(String tag) {
        int end = tag.lastIndexOf('.');
        return end < 0 ? tag : tag.substring(0, end);
    }

    /** Those of a row; empty if it has none. */
    public Optional<RowDistribution> of(String id) {
        return Optional.ofNullable(rows.get(id));
    }
}
