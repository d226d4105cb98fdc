package io.pagetax.analysis;

import io.pagetax.result.CellDiff;
import io.pagetax.result.CellDiff.Verdict;
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
 * things agree: the 95 % interval of the ratio of the times leaves out 1; the change is at least the threshold, also without
 * the part of it that nine of ten cells share ({@link CommonMove}); and the p value
 * of {@link MannWhitney}, corrected by {@link Holm} for the number of cells, is below {@link #LEVEL}. Percentiles have
 * intervals, but decide nothing: with them, there would be five times as many tests, of which most would say the same again.
 *
 * <p>The test knows the noise within each run. It does not know by how much the machine is faster on one day than on
 * another. The threshold is there for that, and so is the common part, which is not counted up to {@link #MOST_COMMON} of the
 * threshold: so much is a matter of course between two days, and what is more may be the very thing that is looked for.
 */
public final class RunComparison {

    /** How likely it may be that any cell is said to differ though none does. */
    public static final double LEVEL = 0.05;

    /** How much of the threshold cells may move together without any of it being counted. */
    private static final double MOST_COMMON = 0.5;

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
        double common = CommonMove.factor(ratios(cells), threshold * MOST_COMMON);
        List<CellDiff> judged = judged(cells, threshold, common);
        return new RunDiff(
                RunDiff.SCHEMA_VERSION,
                side(a.run()),
                side(b.run()),
                threshold,
                LEVEL,
                (int) judged.stream().filter(cell -> cell.pValue() != null).count(),
                common,
                RunDifferences.between(a.run(), b.run()),
                judged,
                lone(rowsA, rowsB),
                lone(rowsB, rowsA),
                DiffDoubts.of(a.run(), b.run(), judged, common));
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

    private static List<CellDiff> judged(List<CellDiff> cells, double threshold, double common) {
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
                double p = adjusted[tested];
                double ratio = ratios.nsPerOp().median();
                boolean isSignificant = Answer.excludesOne(ratios.nsPerOp())
                        && isEnough(ratio, threshold)
                        && isEnough(ratio / common, threshold)
                        && p < LEVEL;
                judged.add(cell.judged(verdict(isSignificant, ratio), p));
                tested++;
            }
        }
        return List.copyOf(judged);
    }

    private static boolean isEnough(double ratio, double threshold) {
        return Math.abs(ratio - 1) >= threshold;
    }

    private static Verdict verdict(boolean isSignificant, double ratio) {
        if (!isSignificant) {
            return Verdict.NOT_SIGNIFICANT;
        }
        return ratio > 1 ? Verdict.WORSE : Verdict.BETTER;
    }

    /** Of the times of those cells that can be tested. */
    private static double[] ratios(List<CellDiff> cells) {
        return cells.stream()
                .filter(cell -> cell.pValue() != null)
                .map(CellDiff::ratios)
                .filter(Objects::nonNull)
                .mapToDouble(ratios -> ratios.nsPerOp().median())
                .toArray();
    }
}
