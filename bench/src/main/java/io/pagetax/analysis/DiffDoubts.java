package io.pagetax.analysis;

import io.pagetax.result.CellDiff;
import io.pagetax.result.Comparison;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.RunDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why what two runs show against each other is to be doubted. Nothing of it changes a number or a verdict. */
final class DiffDoubts {

    private static final double COMMON_WORTH_A_WORD = 0.01;

    /** A change of the time per operation that may go unseen, from which on it is worth a word. */
    private static final double NOISY = 0.1;

    private final List<String> doubts = new ArrayList<>();

    private DiffDoubts() {}

    static List<String> of(Run a, Run b, List<CellDiff> cells, RunDiff.Bar time) {
        DiffDoubts found = new DiffDoubts();
        found.addRun("A", a);
        found.addRun("B", b);
        found.addNoise(time);
        found.addCommonMove(cells, time.commonRatio());
        found.addPowerless(cells);
        found.addRows("A", a, cells);
        found.addRows("B", b, cells);
        return List.copyOf(found.doubts);
    }

    private void addRun(String name, Run run) {
        if (run.status().equals(Run.PARTIAL)) {
            doubts.add(name + " was stopped before it was complete");
        }
        if (run.calibration() == null) {
            doubts.add(name + " has no calibration of its harness");
        } else if (!run.isCalibrated()) {
            doubts.add("the calibration of " + name + " is refuted: "
                    + String.join("; ", run.calibration().delay().reasons()));
        }
        run.environmentChanges()
                .forEach(change -> doubts.add("during " + name + " " + change.what() + " went from "
                        + word(change.before()) + " to " + word(change.after())));
        run.comparisons().stream()
                .filter(comparison -> comparison.name().equals(Answer.CONTROL))
                .filter(comparison -> Answer.excludesOne(comparison.ratio()))
                .forEach(control -> doubts.add(control(name, control)));
    }

    private static String word(@Nullable String value) {
        return value == null ? "unknown" : value;
    }

    private static String control(String name, Comparison control) {
        return "the control of " + name + " moved by " + Answer.change(control) + ": " + control.numerator()
                + " against the same, " + control.denominator()
                + "; changes of that size may be noise even within one run";
    }

    private void addNoise(RunDiff.Bar time) {
        if (time.threshold() >= NOISY) {
            doubts.add(
                    "the machine was noisy: by how much samples of a cell scatter, the time per operation has to change by "
                            + Answer.percent(1 + time.threshold()).substring(1)
                            + " or more before it is significant; below that the quickest operations decide alone");
        }
    }

    /** Cells that move by the same factor are what a change of the whole machine looks like. */
    private void addCommonMove(List<CellDiff> cells, double common) {
        double[] ratios = cells.stream()
                .map(CellDiff::ratios)
                .filter(Objects::nonNull)
                .mapToDouble(ratio -> ratio.nsPerOp().median())
                .toArray();
        // Less than a percent is what two runs of a quiet machine differ by.
        if (Math.abs(common - 1) >= COMMON_WORTH_A_WORD) {
            doubts.add("the cells moved together, by "
                    + Answer.percent(Medians.estimate(ratios).median())
                    + " in the median, which another day of the same machine would look like: of that "
                    + Answer.percent(common)
                    + " is not counted as a change; repeat both runs in turn before you quote any");
        }
    }

    /** With few samples and many cells even the clearest order is one that chance may have drawn. */
    private void addPowerless(List<CellDiff> cells) {
        List<CellDiff> tested =
                cells.stream().filter(cell -> cell.pValue() != null).toList();
        int tests = CellVerdicts.tests(cells);
        tested.stream()
                .filter(cell ->
                        tests * MannWhitney.leastP(cell.a().samples(), cell.b().samples()) >= CellVerdicts.LEVEL)
                .findFirst()
                .ifPresent(cell -> doubts.add("with " + cell.a().samples() + " samples against "
                        + cell.b().samples() + " and " + tested.size()
                        + " cells no change of the time per operation can be significant, however large: take more rounds, or fewer"
                        + " cells"));
    }

    private void addRows(String name, Run run, List<CellDiff> cells) {
        Set<String> compared = cells.stream()
                .filter(cell -> cell.ratios() != null)
                .map(CellDiff::id)
                .collect(Collectors.toSet());
        List<Row> rows =
                run.rows().stream().filter(row -> compared.contains(row.id())).toList();
        // The test takes samples for draws from one distribution, in which the order of the rounds has no meaning.
        rows.stream()
                .filter(row -> Boolean.FALSE.equals(row.steady()))
                .forEach(row -> doubts.add(row.id() + " was not steady in " + name
                        + ": its times have a trend, so that a change may be one within the run"));
        List<Row> warned =
                rows.stream().filter(row -> !row.warnings().isEmpty()).toList();
        if (!warned.isEmpty()) {
            doubts.add(warned.size() + " of " + rows.size() + " rows of " + name
                    + " have warnings of their own, such as " + warned.get(0).id() + ": "
                    + warned.get(0).warnings().get(0));
        }
    }
}
