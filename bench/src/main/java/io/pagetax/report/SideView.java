package io.pagetax.report;

import io.pagetax.analysis.Answer;
import io.pagetax.analysis.SideBySide;
import io.pagetax.analysis.TargetRatios;
import io.pagetax.result.Comparison;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A cell on one of several targets, in words and numbers for people. Of rows that are not trusted there are no numbers: the
 * time is the verdict then.
 *
 * @param compared whether this target is held against another one
 * @param significance whether they differ, with the corrected p value; empty where that cannot be said
 */
record SideView(
        String iops,
        String time,
        String p99,
        String p999,
        boolean compared,
        String change,
        String interval,
        String significance,
        boolean significant) {

    private static final double PERCENT = 100;
    private static final double LEAST_SHOWN = 0.001;

    /** Those of a cell, the baseline first. */
    static List<SideView> of(SideBySide.Line line) {
        return IntStream.range(0, line.sides().size())
                .mapToObj(index -> of(line.sides().get(index), index > 0))
                .toList();
    }

    private static SideView of(SideBySide.Side side, boolean compared) {
        Row row = side.row();
        if (row == null || !row.isTrusted()) {
            return new SideView(
                    "", row == null ? Units.NOT_AVAILABLE : verdict(row), "", "", compared, "", "", "", false);
        }
        Percentiles latency = row.latencyNs();
        Comparison comparison = side.comparison();
        return new SideView(
                Units.rate(row.iops() == null ? null : row.iops().median()),
                Units.nanos(row.nsPerOp() == null ? null : row.nsPerOp().median()),
                Units.nanos(latency == null ? null : latency.p99()),
                Units.nanos(latency == null ? null : latency.p999()),
                compared,
                comparison == null ? "" : Answer.percent(comparison.ratio().median()),
                comparison == null ? "" : ComparisonText.interval(comparison.ratio()),
                significance(comparison),
                comparison != null && Boolean.TRUE.equals(comparison.significant()));
    }

    private static String verdict(Row row) {
        return row.failures().isEmpty() ? RowView.verdict(row) : "failed";
    }

    private static String significance(@Nullable Comparison comparison) {
        if (comparison == null || comparison.significant() == null) {
            return "";
        }
        double p = Objects.requireNonNull(comparison.adjustedP());
        return (comparison.significant() ? "yes, p " : "no, p ")
                + (p < LEAST_SHOWN ? "below 0.001" : String.format(Locale.ROOT, "%.3f", p));
    }

    /** What it takes for a difference to be called one. */
    static String rule(SideBySide sides) {
        return String.format(
                Locale.ROOT,
                "differs from %s by %.0f %% or more, and by more than noise: the 95 %% interval leaves out 0, and p is below"
                        + " %.2f, Holm-corrected over %d comparisons",
                sides.baseline(),
                TargetRatios.THRESHOLD * PERCENT,
                TargetRatios.LEVEL,
                sides.tests());
    }

    /** The warnings of all comparisons between targets, each once. */
    static List<String> doubts(SideBySide sides) {
        return sides.others().stream()
                .flatMap(target -> sides.compared(target).stream())
                .flatMap(compared -> compared.comparison().warnings().stream())
                .distinct()
                .toList();
    }
}
