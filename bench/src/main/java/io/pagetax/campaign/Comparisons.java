package io.pagetax.campaign;

import io.pagetax.analysis.Answer;
import io.pagetax.analysis.BreakEvens;
import io.pagetax.analysis.Ratios;
import io.pagetax.analysis.RowTimes;
import io.pagetax.analysis.TargetRatios;
import io.pagetax.plan.Cell;
import io.pagetax.result.BreakEven;
import io.pagetax.result.Comparison;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds rows against each other that answer a question together. Rows that are not trusted enter none. */
final class Comparisons {

    private static final String WITHOUT_COPY = "-copy";
    private static final double PERCENT = 100;

    private final Map<Cell, RowTimes> trusted = new LinkedHashMap<>();
    private final Map<Cell, RowTimes> controls = new LinkedHashMap<>();
    private final List<String> targets;

    private Comparisons(List<RowBuilder> rows) {
        targets = rows.stream().map(row -> row.cell().target()).distinct().toList();
        rows.stream()
                .filter(row -> row.build().isTrusted())
                .forEach(row -> (row.cell().isAgain() ? controls : trusted).put(row.cell(), row.times()));
    }

    /** Each question's, in the order of the rows; then those of every other target with the first one. */
    static List<Comparison> of(List<RowBuilder> rows) {
        return new Comparisons(rows).all();
    }

    /** For each direct row whose counterparts through the cache were measured at several hit ratios. */
    static List<BreakEven> breakEvens(List<RowBuilder> rows) {
        return new Comparisons(rows).breakEvens();
    }

    private List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        Set<String> uncontrolled = new HashSet<>();
        Question.all().forEach(question -> ask(question, all));
        trusted.forEach((cell, times) -> {
            RowTimes again = controls.get(cell.again());
            Optional<Comparison> control =
                    again == null ? Optional.empty() : Ratios.compare(Answer.CONTROL, again, times);
            control.ifPresent(all::add);
            control.filter(ratio -> Answer.excludesOne(ratio.ratio()))
                    .ifPresent(ratio -> uncontrolled.add(cell.target()));
        });
        all.addAll(TargetRatios.compare(pairsOfTargets()));
        return all.stream().map(comparison -> doubted(comparison, uncontrolled)).toList();
    }

    /** The same cell on the first target and on each other one. */
    private List<TargetRatios.Pair> pairsOfTargets() {
        List<TargetRatios.Pair> pairs = new ArrayList<>();
        trusted.forEach((cell, times) -> {
            if (cell.target().equals(targets.get(0))) {
                targets.stream().skip(1).forEach(target -> {
                    RowTimes there = trusted.get(Cell.of(target, cell.workload(), cell.binding()));
                    if (there != null) {
                        pairs.add(new TargetRatios.Pair(target, there, times));
                    }
                });
            }
        });
        return pairs;
    }

    /**
     * With the doubts about its targets. What was found significant stays so: one control of twenty leaves out 1 by chance,
     * as any such interval, and would take back all that was found of a target, though chance is corrected for already. A
     * reader who is told of it can measure again.
     */
    private Comparison doubted(Comparison comparison, Set<String> uncontrolled) {
        Comparison doubted = comparison;
        for (String target : targetsOf(comparison)) {
            if (uncontrolled.contains(target)) {
                doubted = doubted.warning(
                        "the control of " + target + ", one cell measured twice, shows a difference, too");
            }
        }
        return doubted;
    }

    private void ask(Question question, List<Comparison> out) {
        for (Cell above : trusted.keySet()) {
            trusted.keySet().stream()
                    .filter(below -> question.pairs().test(above, below))
                    .forEach(below -> compare(question, above, below, out));
        }
    }

    private List<String> targetsOf(Comparison comparison) {
        return trusted.keySet().stream()
                .filter(cell ->
                        cell.id().equals(comparison.numerator()) || cell.id().equals(comparison.denominator()))
                .map(Cell::target)
                .distinct()
                .toList();
    }

    private void compare(Question question, Cell above, Cell below, List<Comparison> out) {
        Ratios.compare(question.name(), times(above), times(below)).ifPresent(out::add);
        RowTimes copy = trusted.get(copyOf(below));
        if (copy != null && Question.OF_PATHS_THAT_COPY.contains(question)) {
            Ratios.compare(question.name() + WITHOUT_COPY, times(above), copy, times(below))
                    .ifPresent(out::add);
        }
    }

    /** The copy alone, from memory to memory, without a system call: that from a mapping whose pages are there. */
    private static @Nullable Cell copyOf(Cell direct) {
        return Question.counterpart(direct, AccessPath.MMAP)
                .map(mapped -> mapped.with(mapped.workload().in(CacheState.CACHED)))
                .orElse(null);
    }

    private RowTimes times(Cell cell) {
        return Optional.ofNullable(trusted.get(cell)).orElseThrow();
    }

    private List<BreakEven> breakEvens() {
        List<BreakEven> all = new ArrayList<>();
        trusted.keySet().stream()
                .filter(Question::isUncachedDirectRead)
                .forEach(direct -> Arrays.stream(AccessPath.values())
                        .filter(path -> path != AccessPath.DIRECT)
                        .flatMap(path -> breakEven(direct, path).stream())
                        .forEach(all::add));
        return all;
    }

    private Optional<BreakEven> breakEven(Cell direct, AccessPath path) {
        return Question.counterpart(direct, path)
                .flatMap(through -> BreakEvens.of(path.word(), times(direct), curve(through)));
    }

    /** The rows that are like a cell in all but the hit ratio, in its order. */
    private List<BreakEvens.Point> curve(Cell through) {
        return trusted.entrySet().stream()
                .filter(row -> isAtSomeHitRatio(row.getKey().workload()))
                .filter(row -> row.getKey()
                        .with(row.getKey().workload().in(through.workload().cache()))
                        .equals(through))
                .map(row -> new BreakEvens.Point(
                        row.getKey().workload().cache().residentPercent() / PERCENT, row.getValue()))
                .sorted(Comparator.comparingDouble(BreakEvens.Point::hitRatio))
                .toList();
    }

    private static boolean isAtSomeHitRatio(Workload workload) {
        return workload.cache().kind() == CacheState.Kind.CLEAN && workload.blocks() == Blocks.ALL;
    }
}
