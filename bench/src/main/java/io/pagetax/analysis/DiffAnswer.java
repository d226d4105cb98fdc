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
        if (diff.tests() > 0) {
            changed(diff, Verdict.WORSE).forEach(sentences::add);
            changed(diff, Verdict.BETTER).forEach(sentences::add);
            if (sentences.isEmpty()) {
                sentences.add("None of " + cells(diff.tests()) + " shows a change of " + threshold(diff)
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
        return String.format(
                Locale.ROOT,
                "significant: by %s or more%s, and by more than noise: the 95 %% interval leaves out 0, and the p value of"
                        + " the Mann-Whitney test is below %.2f, Holm-corrected over %s",
                threshold(diff),
                diff.commonRatio() == 1
                        ? ""
                        : ", also without the " + Answer.percent(diff.commonRatio()) + " that nearly all cells share",
                diff.level(),
                cells(diff.tests()));
    }

    private static List<String> changed(RunDiff diff, Verdict verdict) {
        List<CellDiff> changed = diff.cells(verdict).stream()
                .sorted(Comparator.comparingDouble(
                                (CellDiff cell) -> Math.abs(Math.log(time(cell).median())))
                        .reversed())
                .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        String names = changed.stream().limit(MOST_NAMED).map(DiffAnswer::named).collect(Collectors.joining(", "));
        String more = changed.size() > MOST_NAMED ? ", and " + (changed.size() - MOST_NAMED) + " more" : "";
        return List.of(changed.size() + " of " + cells(diff.tests()) + (changed.size() == 1 ? " is" : " are")
                + " significantly " + verdict.word() + ": " + names + more + ".");
    }

    private static String named(CellDiff cell) {
        Estimate time = time(cell);
        return cell.id() + " " + Answer.percent(time.median()) + " (95 % interval "
                + Answer.percent(Objects.requireNonNull(time.lo95())) + " to "
                + Answer.percent(Objects.requireNonNull(time.hi95())) + ")";
    }

    private static Estimate time(CellDiff cell) {
        return Objects.requireNonNull(cell.ratios()).nsPerOp();
    }

    private static String threshold(RunDiff diff) {
        // As it was typed: 3 %, 0.5 %.
        return String.format(Locale.ROOT, "%.3f", diff.threshold() * PERCENT).replaceAll("\\.?0+$", "") + " %";
    }

    private static String cells(int count) {
        return count + (count == 1 ? " cell" : " cells");
    }
}
