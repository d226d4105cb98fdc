package io.pagetax.report;

import io.pagetax.analysis.Answer;
import io.pagetax.analysis.TargetRatios;
import io.pagetax.result.BreakEven;
import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import io.pagetax.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What rows cost against each other, for a terminal. */
public final class ComparisonText {

    private static final List<String> HEAD =
            List.of("ratio", "of", "time", "95 % interval", "ns/op", "CPU ns/op", "rounds");

    private ComparisonText() {}

    /** A line for each comparison within a target and for each break-even; empty if there is none. */
    public static String render(Run run) {
        List<Comparison> within = withinTargets(run);
        if (within.isEmpty()) {
            return "";
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        within.forEach(comparison -> lines.add(cells(comparison)));
        StringBuilder text = new StringBuilder(Columns.render(lines, 2, false));
        run.breakEvens().forEach(even -> text.append(line(even)).append('\n'));
        return text.toString();
    }

    /** Those between targets have a table of their own. */
    static List<Comparison> withinTargets(Run run) {
        return run.comparisons().stream()
                .filter(comparison -> !TargetRatios.isOne(comparison))
                .toList();
    }

    private static List<String> cells(Comparison comparison) {
        return List.of(
                comparison.name(),
                comparison.numerator(),
                Answer.percent(comparison.ratio().median()),
                interval(comparison.ratio()),
                difference(comparison.differenceNs()),
                difference(comparison.cpuDifferenceNs()),
                Integer.toString(comparison.rounds()));
    }

    static String interval(Estimate ratio) {
        return ratio.lo95() == null || ratio.hi95() == null
                ? "6 rounds needed"
                : Answer.percent(ratio.lo95()) + " to " + Answer.percent(ratio.hi95());
    }

    static String difference(@Nullable Estimate nanos) {
        return nanos == null ? Units.NOT_AVAILABLE : String.format(Locale.ROOT, "%+.0f", nanos.median());
    }

    /** From which hit ratio on a way through the cache pays. */
    static String line(BreakEven even) {
        return "break-even of " + even.path() + " against " + even.direct() + ": hit ratio " + share(even.measured())
                + ", predicted " + share(even.predicted());
    }

    private static String share(Estimate ratio) {
        String interval = ratio.lo95() == null || ratio.hi95() == null
                ? ""
                : String.format(Locale.ROOT, " (95 %% interval %.3f to %.3f)", ratio.lo95(), ratio.hi95());
        return String.format(Locale.ROOT, "%.3f", ratio.median()) + interval;
    }
}
