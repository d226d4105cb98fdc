package io.pagetax.probe;

import io.pagetax.linux.file.NativeIoException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What became of transfers that might be refused, cut short or never end. Rounds that never end are not seen here: whoever
 * waits for the process sees them. <b>Thread-safe.</b>
 */
final class Outcomes {

    private static final String COMPLETES = "completes";

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Long> nanoseconds = new ArrayList<>();

    /** A transfer whose result counts. */
    @FunctionalInterface
    interface Counted {

        /** Bytes that were moved. */
        long run() throws NativeIoException;
    }

    /** Carries a transfer out and keeps what became of it. */
    void add(long length, Counted transfer) {
        long start = System.nanoTime();
        String word;
        try {
            long bytes = transfer.run();
            word = bytes == length ? COMPLETES : "partial:" + bytes;
        } catch (NativeIoException refused) {
            word = "error:" + refused.errno().name();
        }
        keep(word, System.nanoTime() - start);
    }

    private synchronized void keep(String word, long time) {
        counts.merge(word, 1, Integer::sum);
        if (word.equals(COMPLETES)) {
            nanoseconds.add(time);
        }
    }

    /** Whether data turned out wrong, which then is the answer. */
    synchronized void wrongData(String word) {
        counts.merge(word, 1, Integer::sum);
    }

    /** The answer: what did not complete, if anything, else {@code completes:µs} with the median. */
    synchronized String word() {
        return counts.keySet().stream()
                .filter(word -> !word.equals(COMPLETES))
                .findFirst()
                .orElseGet(() -> COMPLETES + ":" + medianMicros());
    }

    /** All of it in words. */
    synchronized String detail() {
        return counts.entrySet().stream()
                .map(outcome -> outcome.getValue() + " times " + outcome.getKey())
                .collect(Collectors.joining(", "));
    }

    private long medianMicros() {
        return medianMicros(nanoseconds.stream().mapToLong(Long::longValue).toArray());
    }

    /** The median in microseconds, at least 1. */
    static long medianMicros(long... nanoseconds) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return Math.max(1, TimeUnit.NANOSECONDS.toMicros(sorted[sorted.length / 2]));
    }
}
