package io.pagetax.report;

import io.pagetax.result.SchemeCostCell;
import io.pagetax.result.SchemeCostRow;
import io.pagetax.result.SchemeCosts;
import java.util.List;
import java.util.Locale;

/**
 * What schemes cost on one device, for a page: the times of all that was done side by side, then each with its counts.
 *
 * @param done what was, in a few words each
 */
record SchemeCostsView(String device, List<List<String>> done, List<Line> lines, List<Detail> details) {

    /** A scheme's times. */
    record Line(String id, List<Time> times) {}

    /** Of one thing that was done; empty where it was not. */
    record Time(String nanos, String timesControl) {}

    /** One thing that was done. */
    record Detail(String name, List<DetailLine> lines) {}

    /** A scheme's time and counts there. */
    record DetailLine(String id, List<String> values) {}

    /** One for each device. */
    static List<SchemeCostsView> of(SchemeCosts costs) {
        return costs.cells().stream()
                .map(SchemeCostCell::device)
                .distinct()
                .map(device -> of(costs, device))
                .toList();
    }

    private static SchemeCostsView of(SchemeCosts costs, String device) {
        List<SchemeCostCell> cells = costs.cells().stream()
                .filter(cell -> cell.device().equals(device))
                .toList();
        return new SchemeCostsView(
                device,
                cells.stream().map(SchemeCostsView::words).toList(),
                costs.rows().stream()
                        .filter(row -> row.cell().device().equals(device))
                        .map(SchemeCostRow::id)
                        .distinct()
                        .map(id -> new Line(
                                id,
                                cells.stream()
                                        .map(cell -> time(costs, id, cell))
                                        .toList()))
                        .toList(),
                cells.stream().map(cell -> detail(costs, cell)).toList());
    }

    private static List<String> words(SchemeCostCell cell) {
        return List.of(cell.id().replace(", " + cell.device(), "").split(", "));
    }

    private static Time time(SchemeCosts costs, String id, SchemeCostCell cell) {
        return costs.row(id, cell)
                .map(row -> new Time(
                        Units.nanos(row.nanos()), String.format(Locale.ROOT, "\u00d7 %.2f", row.timesControl())))
                .orElse(new Time(Units.NOT_AVAILABLE, ""));
    }

    private static Detail detail(SchemeCosts costs, SchemeCostCell cell) {
        return new Detail(
                cell.id(),
                costs.rows().stream()
                        .filter(row -> row.cell().equals(cell))
                        .map(row -> new DetailLine(row.id(), SchemeCostsText.values(row)))
                        .toList());
    }
}
