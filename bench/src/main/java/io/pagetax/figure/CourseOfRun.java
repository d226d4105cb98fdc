package io.pagetax.figure;

import io.pagetax.result.Estimate;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When samples were taken, and whether what they show went up or down meanwhile. */
final class CourseOfRun implements Figure {

    private static final double MILLIS_PER_MINUTE = 60_000;

    @Override
    public String name() {
        return "course";
    }

    @Override
    public String title() {
        return "Rounds, in the order in which they ran";
    }

    @Override
    public String caption() {
        return "Time per operation of each sample against the median of its row, when it was taken. What rises or falls for"
                + " all rows together is the machine's, and cancels out of ratios within rounds.";
    }

    @Override
    public List<Variant> variants(Material material) {
        if (material.samples().isEmpty()) {
            return List.of();
        }
        Instant start = Instant.parse(material.run().startedAt());
        Map<String, List<JournalEntry>> samples =
                material.samples().stream().collect(Collectors.groupingBy(JournalEntry::row));
        List<Variant> variants = new ArrayList<>();
        for (RowGroup.Shown shown : RowGroup.trusted(material.run())) {
            List<Mark> marks = shown.rows().stream()
                    .flatMap(row -> marks(row, shown.series(row), start, samples.getOrDefault(row.id(), List.of())))
                    .toList();
            if (!marks.isEmpty()) {
                Chart chart = new Plot(
                                new Axis("minutes since the start", Axis.Kind.LINEAR),
                                new Axis("from the row's median, %", Axis.Kind.LINEAR))
                        .noDifference()
                        .lines(marks, Chart.Line.DOTTED)
                        .points(marks)
                        .chart();
                variants.add(new Variant(shown.label(), chart));
            }
        }
        return variants;
    }

    private static Stream<Mark> marks(Row row, String series, Instant start, List<JournalEntry> samples) {
        Estimate median = row.nsPerOp();
        return samples.stream()
                .flatMap(sample -> median == null || sample.nsPerOp() == null
                        ? Stream.empty()
                        : Stream.of(Mark.change(
                                minutes(start, sample),
                                new Estimate(sample.nsPerOp() / median.median(), null, null),
                                series,
                                row.target())));
    }

    private static double minutes(Instant start, JournalEntry sample) {
        return Duration.between(start, Instant.parse(sample.startedAt())).toMillis() / MILLIS_PER_MINUTE;
    }
}
