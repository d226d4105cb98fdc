package io.pagetax.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs on several targets that never took place. */
public final class TargetRuns {

    private static final List<String> PATHS = List.of("direct", "buffered", "mmap");

    private TargetRuns() {}

    /**
     * A run with three uncached reads on every target, each dearer than on the one before; nothing is compared yet.
     *
     * @param targets their names
     */
    public static Run of(List<String> targets) {
        List<Row> rows = new ArrayList<>();
        List<TargetFacts> facts = new ArrayList<>();
        for (String target : targets) {
            for (String path : PATHS) {
                rows.add(row(target, path, 80_000 + 1_000 * rows.size()));
            }
            facts.add(facts(target));
        }
        return in(Runs.of(rows, List.of()), facts);
    }

    /**
     * A run with all that targets side by side can have: changes that are significant and such that are not, a row that is
     * refuted, a doubt, and disks that are not equally full.
     */
    public static Run threeFileSystems(String first, String second, String third) {
        Run run = of(List.of(first, second, third));
        List<Row> rows = new ArrayList<>(run.rows());
        rows.set(2, refuted(first, "mmap"));
        List<Comparison> comparisons = List.of(
                comparison(second, first, "direct", 0.8, true)
                        .warning("the control of " + second + " shows a difference, too"),
                comparison(third, first, "direct", 1.02, false),
                comparison(second, first, "buffered", 1.25, true),
                comparison(third, first, "buffered", 1.5, null));
        List<TargetFacts> facts = List.of(
                facts(first),
                with(with(facts(second), "/filesystem", "xfs"), "/volume/fillPercent", 60),
                with(with(facts(third), "/filesystem", "btrfs"), "/volume/fillPercent", null));
        return in(Runs.of(rows, comparisons), facts);
    }

    /** A random uncached read that was measured in seven rounds. */
    public static Row row(String target, String path, double nsPerOp) {
        return on(target, Runs.verified(id(target, path), path, nsPerOp));
    }

    /** One that was something else. */
    public static Row refuted(String target, String path) {
        return on(target, Runs.refuted(id(target, path), path, "17 pages resident, 0 expected"));
    }

    private static String id(String target, String path) {
        return target + "-randread-4k-" + path + "-uncached";
    }

    /** The same row on a target. */
    public static Row on(String target, Row row) {
        return Records.with(row, "target", target);
    }

    /** A cell of a target over the same of another; of five rounds, if there is nothing to be said of its significance. */
    public static Comparison comparison(
            String target, String baseline, String path, double ratio, @Nullable Boolean significant) {
        Comparison plain = new Comparison(
                "target." + target,
                id(target, path),
                id(baseline, path),
                significant == null
                        ? new Estimate(ratio, null, null)
                        : new Estimate(ratio, ratio * 0.96875, ratio * 1.03125),
                significant == null ? 5 : 7);
        return significant == null ? plain : plain.judged(significant, significant ? 0.000_2 : 0.5);
    }

    /** The same run with other rows and comparisons. */
    public static Run with(Run run, List<Row> rows, List<Comparison> comparisons) {
        Run other = Runs.of(rows, comparisons);
        return in(other, run.environment().targets());
    }

    /** The same run on targets of which something else is known. */
    public static Run in(Run run, List<TargetFacts> targets) {
        return in(run, targets, run.probes());
    }

    /** A run without rows whose targets' file systems were asked what they do. */
    public static Run probed(List<ProbedTarget> probes) {
        Run run = Runs.of(List.of(), List.of());
        return in(run, run.environment().targets(), probes);
    }

    private static Run in(Run run, List<TargetFacts> targets, List<ProbedTarget> probes) {
        return Records.with(
                run,
                Map.of(
                        "environment",
                        Environments.with(run.environment(), "/targets", targets),
                        "probes",
                        probes,
                        "sources",
                        List.of()));
    }

    /** What is known of a target on a disk. */
    public static TargetFacts facts(String name) {
        return Environments.with(Environments.some(), "/targets/0/name", name)
                .targets()
                .get(0);
    }

    /**
     * The same with another fact.
     *
     * @param pointer to the fact below a target, such as {@code /volume/fillPercent}
     */
    public static TargetFacts with(TargetFacts facts, String pointer, @Nullable Object value) {
        Environment of = Environments.with(Environments.some(), "/targets", List.of(facts));
        return Environments.with(of, "/targets/0" + pointer, value).targets().get(0);
    }
}
