package io.pagetax.figure;

import io.pagetax.distribution.Kind;
import io.pagetax.result.CellDiff;
import io.pagetax.result.Estimate;
import io.pagetax.result.RunDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is drawn of two runs against each other. */
public final class DiffFigures {

    private static final int PIXELS_EACH = 24;
    private static final List<CellDiff.Verdict> MOST_TELLING = List.of(CellDiff.Verdict.WORSE, CellDiff.Verdict.BETTER);

    private DiffFigures() {}

    /**
     * Those that there is enough for.
     *
     * @param a of the baseline
     * @param b of the other run
     */
    public static List<Drawing> of(RunDiff diff, Material a, Material b) {
        List<Variant> curves = curves(diff, a, b);
        List<Drawing> drawings = new ArrayList<>();
        List<Variant> changes = Stream.concat(
                        changes(diff, "time per operation", CellDiff.Ratios::nsPerOp),
                        changes(diff, "quickest operations", CellDiff.Ratios::min))
                .toList();
        if (!changes.isEmpty()) {
            drawings.add(new Drawing(
                    "changes",
                    "What changed",
                    "Time in B over that in A, with 95 % intervals: above 1 it got slower. What else goes on in a machine makes"
                            + " the time per operation longer, and hardly that of the quickest operations.",
                    changes));
        }
        if (!curves.isEmpty()) {
            drawings.add(new Drawing(
                    "curves",
                    "Latency by percentile, in both",
                    "Time of an operation that so many of all did not exceed. Dotted: fewer than ten operations lie beyond, up"
                            + " to the maximum. Cells that changed come first.",
                    curves));
        }
        return drawings;
    }

    private static Stream<Variant> changes(
            RunDiff diff, String what, Function<CellDiff.Ratios, @Nullable Estimate> which) {
        List<Mark> marks = new ArrayList<>();
        for (CellDiff cell : diff.cells()) {
            Estimate ratio = cell.ratios() == null ? null : which.apply(cell.ratios());
            if (ratio != null) {
                // The first word stands at the bottom of the axis.
                marks.add(0, Mark.ratio(cell.id(), ratio, cell.verdict().word(), ""));
            }
        }
        double least = marks.stream().mapToDouble(Mark::lo).min().orElse(1);
        double most = marks.stream().mapToDouble(Mark::hi).max().orElse(1);
        return marks.isEmpty()
                ? Stream.empty()
                : Stream.of(new Variant(
                        what,
                        new Plot(new Axis("", Axis.Kind.WORDS), Axis.ratios("time, times that of A", least, most))
                                .atTheSide(PIXELS_EACH)
                                .noDifference()
                                .points(marks)
                                .chart()));
    }

    private static List<Variant> curves(RunDiff diff, Material a, Material b) {
        Comparator<CellDiff> telling = Comparator.comparing(cell -> !MOST_TELLING.contains(cell.verdict()));
        return diff.cells().stream()
                .filter(cell -> cell.ratios() != null)
                .sorted(telling)
                .flatMap(cell -> curves(cell, a, b))
                .toList();
    }

    private static Stream<Variant> curves(CellDiff cell, Material a, Material b) {
        Curves curves = new Curves();
        a.histogram(cell.id(), Kind.SERVICE).ifPresent(histogram -> curves.add(histogram, "A", ""));
        b.histogram(cell.id(), Kind.SERVICE).ifPresent(histogram -> curves.add(histogram, "B", ""));
        String label = cell.id() + ", " + cell.verdict().word();
        return curves.count() < 2
                ? Stream.empty()
                : Stream.of(new Variant(label, curves.plot().inOnePanel().chart()));
    }
}
