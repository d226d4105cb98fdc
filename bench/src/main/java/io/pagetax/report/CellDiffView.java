package io.pagetax.report;

import io.pagetax.analysis.Answer;
import io.pagetax.result.CellDiff;
import io.pagetax.result.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of two runs in words and numbers for people. What has no ratio has empty texts.
 *
 * @param min change of the quickest operations, in brackets if it may be noise
 * @param minInterval its interval
 * @param percentiles changes of p50, p99, p99.9 and p99.99, in brackets if they may be noise
 * @param intervals theirs
 */
record CellDiffView(
        String id,
        String timeA,
        String timeB,
        String change,
        String interval,
        String min,
        String minInterval,
        List<String> percentiles,
        List<String> intervals,
        String verdict) {

    /** What {@link #percentiles()} are of. */
    static final List<String> PERCENTILES = List.of("p50", "p99", "p99.9", "p99.99");

    static final String BRACKETS = "in brackets: the 95 % interval includes 0, or there is none";

    private static final String NONE = "";

    static CellDiffView of(CellDiff cell) {
        CellDiff.Ratios ratios = cell.ratios();
        return new CellDiffView(
                cell.id(),
                time(cell.a()),
                time(cell.b()),
                ratios == null ? NONE : Answer.percent(ratios.nsPerOp().median()),
                ratios == null ? NONE : interval(ratios.nsPerOp()),
                ratios == null ? NONE : mark(ratios.min()),
                ratios == null ? NONE : interval(ratios.min()),
                ratios == null
                        ? List.of(NONE, NONE, NONE, NONE)
                        : List.of(mark(ratios.p50()), mark(ratios.p99()), mark(ratios.p999()), mark(ratios.p9999())),
                ratios == null
                        ? List.of(NONE, NONE, NONE, NONE)
                        : List.of(
                                interval(ratios.p50()),
                                interval(ratios.p99()),
                                interval(ratios.p999()),
                                interval(ratios.p9999())),
                cell.verdict().word());
    }

    /** Of what is not known to be what its name says no number is shown. */
    private static String time(CellDiff.Side side) {
        return side.verdict().equals("verified")
                ? Units.nanos(side.nsPerOp() == null ? null : side.nsPerOp().median())
                : side.verdict();
    }

    private static String mark(@Nullable Estimate ratio) {
        if (ratio == null) {
            return Units.NOT_AVAILABLE;
        }
        String change = Answer.percent(ratio.median());
        return Answer.excludesOne(ratio) ? change : "(" + change + ")";
    }

    private static String interval(@Nullable Estimate ratio) {
        return ratio == null || ratio.lo95() == null || ratio.hi95() == null
                ? NONE
                : Answer.percent(ratio.lo95()).replace(" %", "") + " to " + Answer.percent(ratio.hi95());
    }
}
