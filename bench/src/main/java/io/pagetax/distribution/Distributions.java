package io.pagetax.distribution;

import io.pagetax.latency.IntervalScan;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the interval log of a run holds, by rows. Immutable. */
public final class Distributions {

    /** Each finds the ends of all lines by itself, which takes a tenth of the time of decoding them. */
    private static final int MOST_READERS = 4;

    private final Map<String, RowDistribution> rows = new HashMap<>();

    private Distributions() {}

    /** Of a run whose log was not kept. */
    public static Distributions none() {
        return new Distributions();
    }

    /**
     * Reads a log from front to back, by several threads that share the rows among them. Lines whose tags are not those of
     * rows are left out.
     *
     * @throws IOException if it cannot be read; it names the line that is broken
     */
    public static Distributions read(Path intervals) throws IOException {
        int readers = Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors());
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            List<Future<RowReader>> parts = new ArrayList<>();
            for (int part = 0; part < readers; part++) {
                RowReader reader = new RowReader(part, readers);
                parts.add(threads.submit(() -> {
                    IntervalScan.scan(intervals, reader);
                    return reader;
                }));
            }
            Distributions distributions = new Distributions();
            for (Future<RowReader> part : parts) {
                distributions.rows.putAll(result(part).rows());
            }
            return distributions;
        } finally {
            threads.shutdownNow();
        }
    }

    private static RowReader result(Future<RowReader> part) throws IOException {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while an interval log was read");
        }
    }

    /** Those of a row; empty if it has none. */
    public Optional<RowDistribution> of(String id) {
        return Optional.ofNullable(rows.get(id));
    }
}
