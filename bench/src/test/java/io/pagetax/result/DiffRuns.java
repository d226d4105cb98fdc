package io.pagetax.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Runs with journals that never took place. */
public final class DiffRuns {

    private DiffRuns() {}

    /** A cell by the times per operation of its samples, and by those of the quickest operation of each. */
    public record Times(String id, List<Double> nanos, List<Double> quickest) {

        /** Of a few, whose quickest operations take half of that. */
        public static Times of(String id, double... nanos) {
            return of(id, Arrays.stream(nanos).boxed().toList());
        }

        /** The same. */
        public static Times of(String id, List<Double> nanos) {
            return new Times(id, nanos, nanos.stream().map(time -> time / 2).toList());
        }
    }

    /** A run with nothing unusual about it but the times of its cells, which are verified reads. */
    public static RunFiles of(Times... cells) {
        List<Row> rows = new ArrayList<>();
        List<JournalEntry> samples = new ArrayList<>();
        for (Times cell : cells) {
            List<Double> sorted = cell.nanos().stream().sorted().toList();
            rows.add(Runs.verified(cell.id(), "direct", sorted.get(sorted.size() / 2)));
            IntStream.range(0, cell.nanos().size())
                    .mapToObj(index -> sample(
                            cell.id(),
                            index + 1,
                            cell.nanos().get(index),
                            cell.quickest().get(index)))
                    .forEach(samples::add);
        }
        return of(rows, samples);
    }

    /** A run of these rows. */
    public static RunFiles of(List<Row> rows, List<JournalEntry> samples) {
        return new RunFiles(Path.of("run"), Runs.of(rows, List.of()), samples);
    }

    /** The same files of another run. */
    public static RunFiles with(RunFiles files, Run run) {
        return new RunFiles(files.folder(), run, files.samples());
    }

    /** A verified sample of a distribution that is the wider the longer operations take. */
    public static JournalEntry sample(String row, int round, double nanos, double quickest) {
        long middle = (long) nanos;
        return new JournalEntry(
                row,
                round,
                "2026-01-01T00:00:00Z",
                100_000,
                1e9 / nanos,
                nanos,
                new Percentiles(
                        100_000,
                        Math.round(quickest),
                        nanos,
                        middle,
                        middle * 2,
                        middle * 3,
                        middle * 4,
                        middle * 10,
                        null,
                        null,
                        middle * 100,
                        0),
                null,
                null,
                null,
                null,
                "verified",
                List.of(),
                null);
    }
}
