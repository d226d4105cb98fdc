package io.pagetax.report;

import io.pagetax.result.SchemeCostCell;
import io.pagetax.result.SchemeCostRow;
import io.pagetax.result.SchemeCosts;
import io.pagetax.result.TransferCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What schemes cost, for a terminal. */
public final class SchemeCostsText {

    /** Names of {@link #values}. */
    static final List<String> VALUES = List.of(
            "ns",
            "over control",
            "lock RMW",
            "own stores",
            "page RMW",
            "tree lock",
            "nodes",
            "entries",
            "copies",
            "device");

    private SchemeCostsText() {}

    /** A table for each thing that was done. */
    public static String render(SchemeCosts costs) {
        StringBuilder text = new StringBuilder();
        for (SchemeCostCell cell : costs.cells()) {
            List<List<String>> lines = new ArrayList<>();
            lines.add(line("scheme", VALUES));
            costs.rows().stream()
                    .filter(row -> row.cell().equals(cell))
                    .forEach(row -> lines.add(line(row.id(), values(row))));
            text.append(cell.id())
                    .append('\n')
                    .append(Columns.render(lines, 1, false))
                    .append('\n');
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "Nanoseconds a transfer of one thread, medians of %d rounds; 'over control' of the ratios within a round. "
                                + "Counts are of one transfer alone, in mixed files the mean of a hundred places. Left out is what only a kernel does: TLB flushes, "
                                + "LRU, RCU call-backs, reclaim.%n",
                        costs.rounds()))
                .toString();
    }

    private static List<String> line(String first, List<String> others) {
        List<String> line = new ArrayList<>(List.of(first));
        line.addAll(others);
        return line;
    }

    /** What a scheme costs: time, and counts. */
    static List<String> values(SchemeCostRow row) {
        TransferCounts counts = row.counts();
        List<String> cells = new ArrayList<>(List.of(
                String.format(Locale.ROOT, "%.1f", row.nanos()),
                String.format(Locale.ROOT, "x %.2f", row.timesControl())));
        for (double count : List.of(
                counts.lockRmws(),
                counts.ownStores(),
                counts.pageRmws(),
                counts.treeLocks(),
                counts.nodes(),
                counts.entries(),
                counts.copies(),
                counts.deviceRequests())) {
            cells.add(String.format(Locale.ROOT, count == Math.rint(count) ? "%.0f" : "%.2f", count));
        }
        return cells;
    }
}
