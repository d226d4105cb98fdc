package io.pagetax.analysis;

import io.pagetax.result.Comparison;
import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a run that are the same cell on several targets, next to each other.
 *
 * @param targets in the order in which they were named; the first is the baseline, which the others are held against
 * @param lines in the order of the rows
 */
public record SideBySide(List<String> targets, List<Line> lines) {

    /**
     * A cell.
     *
     * @param cell the part of its rows' ids that does not name the target
     * @param sides one for each target, in their order
     */
    public record Line(String cell, List<Side> sides) {}

    /**
     * A cell on a target.
     *
     * @param row null: this target has no such cell
     * @param comparison with the baseline; null there, and where one of the rows is not trusted
     */
    public record Side(
            String target, @Nullable Row row, @Nullable Comparison comparison) {}

    /** A cell's comparison with the baseline. */
    public record Compared(String cell, Comparison comparison) {}

    /** Empty if there is one target only, or no cell that two have. */
    public static Optional<SideBySide> of(Run run) {
        List<String> targets = run.rows().stream().map(Row::target).distinct().toList();
        Map<Params, Map<String, Row>> cells = new LinkedHashMap<>();
        // A row that was measured again is behind the first one.
        run.rows()
                .forEach(row -> cells.computeIfAbsent(row.params(), params -> new LinkedHashMap<>())
                        .putIfAbsent(row.target(), row));
        List<Line> lines = cells.values().stream()
                .filter(rows -> rows.size() > 1)
                .map(rows -> line(rows, targets, run))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new SideBySide(targets, lines));
    }

    private static Line line(Map<String, Row> rows, List<String> targets, Run run) {
        List<Side> sides = new ArrayList<>();
        for (String target : targets) {
            Row row = rows.get(target);
            sides.add(new Side(target, row, row == null ? null : comparison(row, run)));
        }
        return new Line(cell(rows.values().iterator().next()), List.copyOf(sides));
    }

    private static String cell(Row row) {
        String prefix = row.target() + "-";
        return row.id().startsWith(prefix) ? row.id().substring(prefix.length()) : row.id();
    }

    private static @Nullable Comparison comparison(Row row, Run run) {
        return run.comparisons().stream()
                .filter(TargetRatios::isOne)
                .filter(comparison -> comparison.numerator().equals(row.id()))
                .findFirst()
                .orElse(null);
    }

    /** The target that the others are held against. */
    public String baseline() {
        return targets.get(0);
    }

    /** The other targets. */
    public List<String> others() {
        return targets.subList(1, targets.size());
    }

    /** What a target was compared in with the baseline. */
    public List<Compared> compared(String target) {
        List<Compared> all = new ArrayList<>();
        for (Line line : lines) {
            line.sides().stream()
                    .filter(side -> side.target().equals(target))
                    .map(Side::comparison)
                    .filter(Objects::nonNull)
                    .forEach(comparison -> all.add(new Compared(line.cell(), comparison)));
        }
        return all;
    }

    /** Comparisons for whose number each of them was corrected. */
    public long tests() {
        return others().stream()
                .flatMap(target -> compared(target).stream())
                .filter(compared -> compared.comparison().significant() != null)
                .count();
    }
}
