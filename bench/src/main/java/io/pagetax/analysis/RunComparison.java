package io.pagetax.analysis;

import io.pagetax.result.CellDiff;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/**
 * Two runs against each other, cell by cell, and which cells are significantly worse or better. Two ratios of a cell are
 * tested, and either can decide:
 *
 * <ul>
 *   <li>that of the times per operation. What else goes on in a machine, such as work of others on the same cores, makes them
 *       longer, in whole runs as in single samples. So a change has to be {@link #SCATTERS} times as large as samples of the
 *       same cell scatter.
 *   <li>that of the quickest operations ({@link QuickestRatios}), which such things hardly change. There the threshold that was
 *       asked for is enough.
 * </ul>
 *
 * <p>For both the 95 % interval has to leave out 1; the change has to be at least the threshold, also without the part of it
 * that nine of ten cells share ({@link CommonMove}); and the p value, corrected by {@link Holm} for the number of tests, has to
 * be below {@link CellVerdicts#LEVEL}. Percentiles have intervals, but decide nothing: there would be more than twice as many tests, of
 * which most would say the same again.
 *
 * <p>The tests know the noise within each run. They do not know by how much the machine is faster on one day than on another.
 * The common part is there for that, which is not counted up to {@link #MOST_COMMON} of the threshold: so much is a matter of
 * course between two days, and what is more may be the very thing that is looked for.
 */
public final class RunComparison {

    /**
     * Of ten runs after each other on a virtual machine that shares its cores the medians of a cell scattered as much as its
     * samples within a run did, so that two runs differ by that times the square root of 2; three of these are 4.2 of it.
     */
    private static final double SCATTERS = 4;

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
        double scatter = scatter(cells);
        RunDiff.Bar time = bar(cells, CellDiff.Ratios::nsPerOp, Math.max(threshold, SCATTERS * scatter), threshold);
        RunDiff.Bar min = bar(cells, CellDiff.Ratios::min, threshold, threshold);
        List<CellDiff> judged = CellVerdicts.of(cells, time, min);
        return new RunDiff(
                RunDiff.SCHEMA_VERSION,
                side(a.run()),
                side(b.run()),
                threshold,
                CellVerdicts.LEVEL,
                CellVerdicts.tests(cells),
                scatter,
                time,
                min,
                RunDifferences.between(a.run(), b.run()),
                judged,
                lone(rowsA, rowsB),
                lone(rowsB, rowsA),
                DiffDoubts.of(a.run(), b.run(), judged, time));
    }

    private static double scatter(List<CellDiff> cells) {
        double[] scatters = tested(cells)
                .flatMap(cell -> Stream.of(cell.a().scatter(), cell.b().scatter()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return scatters.length == 0 ? 0 : Median.withDefaults().evaluate(scatters);
    }

    private static RunDiff.Bar bar(
            List<CellDiff> cells,
            Function<CellDiff.Ratios, @Nullable Estimate> which,
            double threshold,
            double askedFor) {
        double[] ratios = tested(cells)
                .map(CellDiff::ratios)
                .filter(Objects::nonNull)
                .map(which)
                .filter(Objects::nonNull)
                .mapToDouble(Estimate::median)
                .toArray();
        return new RunDiff.Bar(threshold, CommonMove.factor(ratios, askedFor * MOST_COMMON));
    }

    private static Stream<CellDiff> tested(List<CellDiff> cells) {
        return cells.stream().filter(cell -> cell.pValue() != null);
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
}
