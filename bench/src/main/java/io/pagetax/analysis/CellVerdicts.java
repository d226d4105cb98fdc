package io.pagetax.analysis;

import io.pagetax.result.CellDiff;
import io.pagetax.result.CellDiff.Verdict;
import io.pagetax.result.Estimate;
import io.pagetax.result.RunDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which of the cells of two runs are worse, and which are better; that depends on how many there are. */
final class CellVerdicts {

    /** How likely it may be that any cell is said to differ though none does. */
    static final double LEVEL = 0.05;

    private final RunDiff.Bar time;
    private final RunDiff.Bar min;

    private CellVerdicts(RunDiff.Bar time, RunDiff.Bar min) {
        this.time = time;
        this.min = min;
    }

    /**
     * The same cells with what is said of them. Those that were not tested stay as they are.
     *
     * @param time what a change of the time per operation has to be
     * @param min what a change of the quickest operations has to be
     */
    static List<CellDiff> of(List<CellDiff> cells, RunDiff.Bar time, RunDiff.Bar min) {
        CellVerdicts verdicts = new CellVerdicts(time, min);
        List<@Nullable Double> adjusted = Holm.adjust(pValues(cells));
        return IntStream.range(0, cells.size())
                .mapToObj(
                        cell -> verdicts.judged(cells.get(cell), adjusted.get(cell), adjusted.get(cells.size() + cell)))
                .toList();
    }

    /** How many tests there are. */
    static int tests(List<CellDiff> cells) {
        return (int) pValues(cells).stream().filter(Objects::nonNull).count();
    }

    /** Of the times of all cells, then of the quickest operations of all. */
    private static List<@Nullable Double> pValues(List<CellDiff> cells) {
        List<@Nullable Double> pValues = new ArrayList<>();
        cells.forEach(cell -> pValues.add(cell.pValue()));
        cells.forEach(cell -> pValues.add(cell.minPValue()));
        return pValues;
    }

    private CellDiff judged(CellDiff cell, @Nullable Double p, @Nullable Double minP) {
        CellDiff.Ratios ratios = cell.ratios();
        if (ratios == null || p == null) {
            return cell;
        }
        if (isSignificant(ratios.nsPerOp(), time, p)) {
            return cell.judged(verdict(ratios.nsPerOp()), CellDiff.BY_TIME, p, minP);
        }
        if (ratios.min() != null && minP != null && isSignificant(ratios.min(), min, minP)) {
            return cell.judged(verdict(ratios.min()), CellDiff.BY_MIN, p, minP);
        }
        return cell.judged(Verdict.NOT_SIGNIFICANT, null, p, minP);
    }

    private static boolean isSignificant(Estimate ratio, RunDiff.Bar bar, double p) {
        return Answer.excludesOne(ratio) && bar.isReachedBy(ratio.median()) && p < LEVEL;
    }

    private static Verdict verdict(Estimate ratio) {
        return ratio.median() > 1 ? Verdict.WORSE : Verdict.BETTER;
    }
}
