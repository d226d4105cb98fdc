package io.pagetax.merge;

import io.pagetax.analysis.BreakEvens;
import io.pagetax.analysis.Ratios;
import io.pagetax.analysis.RowTimes;
import io.pagetax.analysis.TargetRatios;
import io.pagetax.result.BreakEven;
import io.pagetax.result.Comparison;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.workload.CacheState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What runs compared, once more over the rounds of all of them: a ratio is still formed within a round of one run. */
final class MergedComparisons {

    private static final double PERCENT = 100;

    private final List<Run> runs;
    private final Map<String, Row> rows;
    private final Map<String, RowTimes> times = new LinkedHashMap<>();

    MergedComparisons(List<Run> runs, List<Row> rows, List<JournalEntry> samples) {
        this.runs = runs;
        this.rows = rows.stream().collect(Collectors.toMap(Row::id, Function.identity()));
        Map<String, List<JournalEntry>> byRow = samples.stream().collect(Collectors.groupingBy(JournalEntry::row));
        for (Row row : rows) {
            if (row.isTrusted()) {
                times.put(row.id(), times(row.id(), byRow.getOrDefault(row.id(), List.of())));
            }
        }
    }

    private static RowTimes times(String id, List<JournalEntry> samples) {
        Map<Integer, Double> nanos = new TreeMap<>();
        Map<Integer, Double> cpuNanos = new TreeMap<>();
        for (JournalEntry sample : samples) {
            if (sample.nsPerOp() != null) {
                nanos.put(sample.round(), sample.nsPerOp());
                Double cpu = cpu(sample);
                if (cpu != null) {
                    cpuNanos.put(sample.round(), cpu);
                }
            }
        }
        return new RowTimes(id, nanos, cpuNanos);
    }

    private static @Nullable Double cpu(JournalEntry sample) {
        if (sample.evidence() == null) {
            return null;
        }
        Number user = sample.evidence().numbers().get("userNsPerOp");
        Number system = sample.evidence().numbers().get("systemNsPerOp");
        return user == null || system == null ? null : Double.valueOf(user.doubleValue() + system.doubleValue());
    }

    /** Those within targets in the order in which the runs have them, then those between targets. */
    List<Comparison> all() {
        Map<List<String>, Comparison> asked = new LinkedHashMap<>();
        Map<List<String>, List<String>> warnings = new LinkedHashMap<>();
        for (Run run : runs) {
            for (Comparison comparison : run.comparisons()) {
                asked.putIfAbsent(key(comparison), comparison);
                List<String> doubts = warnings.computeIfAbsent(key(comparison), any -> new ArrayList<>());
                comparison.warnings().forEach(warning -> doubts.add(run.id() + ": " + warning));
            }
        }
        List<Comparison> all = new ArrayList<>();
        asked.values().stream()
                .filter(comparison -> !TargetRatios.isOne(comparison))
                .forEach(comparison -> again(comparison).ifPresent(all::add));
        all.addAll(TargetRatios.compare(asked.values().stream()
                .filter(TargetRatios::isOne)
                .filter(comparison -> knows(comparison.numerator()) && knows(comparison.denominator()))
                .map(comparison -> new TargetRatios.Pair(
                        comparison.name().substring(TargetRatios.PREFIX.length()),
                        times(comparison.numerator()),
                        times(comparison.denominator())))
                .toList()));
        return all.stream()
                .map(comparison -> doubted(comparison, warnings.getOrDefault(key(comparison), List.of())))
                .toList();
    }

    private static List<String> key(Comparison comparison) {
        return List.of(
                comparison.name(),
                comparison.numerator(),
                String.valueOf(comparison.subtracted()),
                comparison.denominator());
    }

    private static Comparison doubted(Comparison comparison, List<String> doubts) {
        Comparison doubted = comparison;
        for (String doubt : doubts) {
            doubted = doubted.warning(doubt);
        }
        return doubted;
    }

    private boolean knows(String row) {
        return times.containsKey(row);
    }

    private RowTimes times(String row) {
        return Optional.ofNullable(times.get(row)).orElseThrow();
    }

    private Optional<Comparison> again(Comparison asked) {
        String subtracted = asked.subtracted();
        boolean known =
                knows(asked.numerator()) && knows(asked.denominator()) && (subtracted == null || knows(subtracted));
        return known
                ? Ratios.compare(
                        asked.name(),
                        times(asked.numerator()),
                        subtracted == null ? null : times(subtracted),
                        times(asked.denominator()))
                : Optional.empty();
    }

    /** The same of hit ratios. */
    List<BreakEven> breakEvens() {
        Map<List<String>, BreakEven> asked = new LinkedHashMap<>();
        runs.stream()
                .flatMap(run -> run.breakEvens().stream())
                .forEach(even -> asked.putIfAbsent(List.of(even.path(), even.direct()), even));
        return asked.values().stream()
                .filter(even -> knows(even.direct()) && even.rows().stream().allMatch(this::knows))
                .flatMap(even ->
                        BreakEvens.of(
                                even.path(),
                                times(even.direct()),
                                even.rows().stream().map(this::point).toList())
                                .stream())
                .toList();
    }

    private BreakEvens.Point point(String id) {
        Row row = Optional.ofNullable(rows.get(id)).orElseThrow();
        return new BreakEvens.Point(CacheState.parse(row.params().cache()).residentPercent() / PERCENT, times(id));
    }
}
