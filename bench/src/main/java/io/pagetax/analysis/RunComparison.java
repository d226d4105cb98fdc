package io.pagetax.analysis;

import io.pagetax.result.CellDiff;
import io.pagetax.result.CellDiff.Verdict;
import io.pagetax.result.Estimate;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.RunDiff;
import io.pagetax.result.RunFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two runs against each other, cell by cell, and which cells are significantly worse or better. That is said only if three
 * things agree: the 95 % interval of the ratio of the times leaves out 1; the change is at least the threshold; and the p value
 * of {@link MannWhitney}, corrected by {@link Holm} for the number of cells, is below {@link #LEVEL}. Percentiles have
 * intervals, but decide nothing: with them, there would be five times as many tests, of which most would say the same again.
 *
 * <p>The test knows the noise within each run. It does not know by how much the machine is faster on one day than on
 * another; the threshold is there for that, and {@link DiffDoubts} for when it is more.
 */
public final class RunComparison {

    /** How likely it may be that any cell is said to differ though none does. */
    public static final double LEVEL = 0.05;

    private RunComparison() {}

    /**
     * Compares.
     *
     * @param a the baseline
     * @param threshold the smallest change that is spoken of, as a share of 1
     * @param force whether cells that were not asked for the same get a ratio, too
     */
    public static RunDiff of(RunFiles a, RunFiles b, double threshold, boolean force) {
        Map<String, Row> rowsA = rows(a.run());
        Map<String, Row> rowsB = rows(b.run());
        CellComparison comparison = new CellComparison(a, b, force);
        List<CellDiff> cells = new ArrayList<>();
        rowsA.forEach((id, row) -> {
            Row other = rowsB.get(id);
            if (other != null) {
                cells.add(comparison.compare(row, other));
            }
        });
        List<CellDiff> judged = judged(cells, threshold);
        return new RunDiff(
                RunDiff.SCHEMA_VERSION,
                side(a.run()),
                side(b.run()),
                threshold,
                LEVEL,
                (int) judged.stream().filter(cell -> cell.pValue() != null).count(),
                RunDifferences.between(a.run(), b.run()),
                judged,
                lone(rowsA, rowsB),
                lone(rowsB, rowsA),
                DiffDoubts.of(a.run(), b.run(), judged, threshold));
    }

    /** By their ids, of which one that a broken file has twice counts once. */
    private static Map<String, Row> rows(Run run) {
        Map<String, Row> rows = new LinkedHashMap<>();
        run.rows().forEach(row -> rows.putIfAbsent(row.id(), row));
        return rows;
    }

    private static List<String> lone(Map<String, Row> rows, Map<String, Row> others) {
        return rows.keySet().stream().filter(id -> !others.containsKey(id)).toList();
    }

    private static RunDiff.Side side(Run run) {
        return new RunDiff.Side(run.id(), run.startedAt(), run.status());
    }

    private static List<CellDiff> judged(List<CellDiff> cells, double threshold) {
        double[] adjusted = Holm.adjust(cells.stream()
                .map(CellDiff::pValue)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
        List<CellDiff> judged = new ArrayList<>();
        int tested = 0;
        for (CellDiff cell : cells) {
            CellDiff.Ratios ratios = cell.ratios();
            if (ratios == null || cell.pValue() == null) {
                judged.add(cell);
            } else {
                judged.add(cell.judged(verdict(ratios.nsPerOp(), adjusted[tested], threshold), adjusted[tested]));
                tested++;
            }
        }
        return List.copyOf(judged);
    }

    private static Verdict verdict(Estimate ratio, double adjustedP, double threshold) {
        boolean isSignificant =
                Answer.excludesOne(ratio) && Math.abs(ratio.median() - 1) >= threshold && adjustedP < LEVEL;
        if (!isSignificant) {
            return Verdict.NOT_SIGNIFICANT;
        }
        return ratio.median() > 1 ? Verdict.WORSE : Verdict.BETTER;
    }
}
