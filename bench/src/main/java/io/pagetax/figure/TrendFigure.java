package io.pagetax.figure;

import io.pagetax.analysis.Place;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.TargetFacts;
import io.pagetax.workload.ByteSize;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the same cells took in runs of different days, by file system, device and kernel. */
public final class TrendFigure {

    private static final Pattern RELEASE = Pattern.compile("^\\d+\\.\\d+");

    private TrendFigure() {}

    /** A chart for each cell that several runs have; empty if there is none. */
    public static Optional<Drawing> of(List<Run> runs) {
        Map<String, List<Mark>> byCell = new LinkedHashMap<>();
        for (Run run : runs) {
            long time = Instant.parse(run.startedAt()).toEpochMilli();
            for (Row row : run.rows()) {
                marks(run, row, time)
                        .forEach(mark -> byCell.computeIfAbsent(cell(row), any -> new ArrayList<>())
                                .add(mark));
            }
        }
        List<Variant> variants = byCell.entrySet().stream()
                .filter(cell -> cell.getValue().stream().map(Mark::x).distinct().count() > 1)
                .map(cell -> new Variant(cell.getKey(), chart(cell.getValue())))
                .toList();
        return variants.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drawing(
                        "trend",
                        "Over time",
                        "Time per operation of the same cell in all runs, with 95 % intervals. What differs from run to run"
                                + " beside the time is in their pages.",
                        variants));
    }

    private static Chart chart(List<Mark> marks) {
        return new Plot(new Axis("", Axis.Kind.TIME), new Axis("time per operation, µs", Axis.Kind.LINEAR))
                .inOnePanel()
                .lines(marks, Chart.Line.SOLID)
                .points(marks)
                .chart();
    }

    private static Stream<Mark> marks(Run run, Row row, long time) {
        return row.isTrusted()
                ? Stream.ofNullable(row.nsPerOp()).map(nanos -> Mark.micros(time, nanos, series(run, row), ""))
                : Stream.empty();
    }

    private static String series(Run run, Row row) {
        String place = run.environment().targets().stream()
                .filter(target -> target.name().equals(row.target()))
                .findFirst()
                .map((TargetFacts target) -> Place.of(target).toString())
                .orElse(row.target());
        return place + ", kernel " + release(run.environment().kernel());
    }

    /** Without what tells builds of the same release apart. */
    private static String release(@Nullable String kernel) {
        Matcher release = RELEASE.matcher(String.valueOf(kernel));
        return release.find() ? release.group() : "unknown";
    }

    /** What of a row's id does not depend on how its target was called. */
    private static String cell(Row row) {
        String start = row.target() + "-";
        String rest = row.id().startsWith(start) ? row.id().substring(start.length()) : row.id();
        return rest + ", file of " + ByteSize.format(row.params().size());
    }
}
