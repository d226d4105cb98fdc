package io.pagetax.report;

import io.pagetax.result.Run;
import java.util.ArrayList;
import java.util.List;

/** The table of rows for a terminal. */
public final class TextTable {

    static final List<String> HEAD =
            List.of("cell", "IOPS", "95 % interval", "p50", "p99", "p99.9", "max", "resident", "dev/req", "verdict");

    private TextTable() {}

    /** The table, one line a row, and below it what is to be said of rows that are not verified, or tell hits from misses. */
    public static String render(Run run) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        run.rows().forEach(row -> lines.add(cells(RowView.of(row))));
        StringBuilder text = new StringBuilder(Columns.render(lines, 1, true));
        remarks(run).forEach(remark -> text.append(remark).append('\n'));
        return text.toString();
    }

    /** What is to be said below the table, a line each. */
    static List<String> remarks(Run run) {
        List<String> remarks = new ArrayList<>();
        run.rows().stream()
                .map(RowView::of)
                .filter(row -> !row.trusted())
                .forEach(row -> remarks.add(row.id() + ": " + row.remarks()));
        RowWarnings.of(run).forEach(warning -> remarks.add("warning: " + warning));
        run.rows().stream().flatMap(row -> HitMissView.of(row).stream()).forEach(told -> remarks.add(told.line()));
        return remarks;
    }

    static List<String> cells(RowView row) {
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
