package io.pagetax.report;

import io.pagetax.result.Run;
import java.util.ArrayList;
import java.util.List;

/** The table of rows for a terminal. */
public final class TextTable {

    private static final List<String> HEAD =
            List.of("cell", "IOPS", "95 % interval", "p50", "p99", "p99.9", "max", "resident", "dev/req", "verdict");

    private TextTable() {}

    /** The table, one line a row, and below it what is to be said of rows that are not verified, or tell hits from misses. */
    public static String render(Run run) {
        List<RowView> rows = run.rows().stream().map(RowView::of).toList();
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(cells(row)));
        StringBuilder text = new StringBuilder(Columns.render(lines, 1, true));
        for (RowView row : rows) {
            if (!row.trusted()) {
                text.append(row.id()).append(": ").append(row.remarks()).append('\n');
            }
        }
        RowWarnings.of(run)
                .forEach(warning -> text.append("warning: ").append(warning).append('\n'));
        run.rows().stream()
                .flatMap(row -> HitMissView.of(row).stream())
                .forEach(told -> text.append(told.line()).append('\n'));
        return text.toString();
    }

    private static List<String> cells(RowView row) {
        return List.of(
                row.id(),
                row.iops(),
                row.interval(),
                row.p50(),
                row.p99(),
                row.p999(),
                row.max(),
                row.resident(),
                row.deviceShare(),
                row.verdict());
    }
}
