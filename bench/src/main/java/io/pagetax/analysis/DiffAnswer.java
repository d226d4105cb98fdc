package io.pagetax.analysis;

import io.pagetax.result.CellDiff;
import io.pagetax.result.CellDiff.Verdict;
import io.pagetax.result.Estimate;
import io.pagetax.result.RunDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What two runs say of each other, in words. */
public final class DiffAnswer {

    private static final int MOST_NAMED = 3;
    private static final double PERCENT = 100;

    private DiffAnswer() {}

    /** What is worse and what is better; then what stays open. */
    public static List<String> sentences(RunDiff diff) {
        List<String> sentences = new ArrayList<>();
        if (diff.tested() > 0) {
            changed(diff, Verdict.WORSE).forEach(sentences::add);
            changed(diff, Verdict.BETTER).forEach(sentences::add);
            if (sentences.isEmpty()) {
                sentences.add("None of " + cells(diff.tested()) + " shows a change of " + typed(diff.threshold())
                        + " or more that could be told from noise.");
            }
        }
        int open = diff.cells(Verdict.OPEN).size();
        if (open > 0) {
            sentences.add("Of " + cells(open) + " nothing can be said: " + PairwiseRatios.LEAST
                    + " samples on each side are needed.");
        }
        if (sentences.isEmpty()) {
            sentences.add("No statement is possible: no cell is alike and verified in both runs.");
        }
        return sentences;
    }

    /** What it takes for a change to be called significant. */
    public static String rule(RunDiff diff) {
        boolean isScattered = diff.time().threshold() > diff.threshold();
        String time = isScattered ? tenth(diff.time().threshold()) : typed(diff.threshold());
        return "significant: the quickest operations by " + orMore(typed(diff.threshold()), diff.min())
                + ", or all of them by " + orMore(time, diff.time())
                + (isScattered ? " (4 times " + tenth(diff.scatter()) + ", by which single samples scatter)" : "")
                + ", and by more than noise: the 95 % interval leaves out 0, and the p value, Holm-corrected over "
                + diff.tests() + " tests, is below " + String.format(Locale.ROOT, "%.2f", diff.level());
    }

    private static String orMore(String threshold, RunDiff.Bar bar) {
        return threshold + " or more"
                + (bar.commonRatio() == 1
                        ? ""
                        : ", also without the " + Answer.percent(bar.commonRatio()) + " that nearly all cells share");
    }

    private static List<String> changed(RunDiff diff, Verdict verdict) {
        List<CellDiff> changed = diff.cells(verdict).stream()
                .sorted(Comparator.comparingDouble((CellDiff cell) ->
                                Math.abs(Math.log(decisive(cell).median())))
                        .reversed())
                .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        String names = changed.stream().limit(MOST_NAMED).map(DiffAnswer::named).collect(Collectors.joining(", "));
        String more = changed.size() > MOST_NAMED ? ", and " + (changed.size() - MOST_NAMED) + " more" : "";
        return List.of(changed.size() + " of " + cells(diff.tested()) + (changed.size() == 1 ? " is" : " are")
                + " significantly " + verdict.word() + ": " + names + more + ".");
    }

    private static String named(CellDiff cell) {
        Estimate change = decisive(cell);
        return cell.id() + (isByMin(cell) ? ", whose quickest operations take " : " ") + Answer.percent(change.median())
                + " (95 % interval " + Answer.percent(Objects.requireNonNull(change.lo95())) + " to "
                + Answer.percent(Objects.requireNonNull(change.hi95())) + ")";
    }

    private static boolean isByMin(CellDiff cell) {
        return CellDiff.BY_MIN.equals(cell.decidedBy());
    }

    private static Estimate decisive(CellDiff cell) {
        CellDiff.Ratios ratios = Objects.requireNonNull(cell.ratios());
        return isByMin(cell) ? Objects.requireNonNull(ratios.min()) : ratios.nsPerOp();
    }

    /** As it was typed: 3 %, 0.5 %. */
    private static String typed(double share) {
        return String.format(Locale.ROOT, "%.3f", share * PERCENT).replaceAll("\\.?0+$", "") + " %";
    }

    private static String tenth(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * PERCENT);
    }

    private static String cells(int count) {
        return count + (count == 1 ? " cell" : " cells");
    }
}
