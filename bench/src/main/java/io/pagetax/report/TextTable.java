package io.pagetax.report;

import io.pagetax.result.Run;
import java.util.ArrayList;
import java.util.List;

/** The table of rows for a terminal. */
public final class TextTable {

    private static final List<String> HEAD =
            List.of("cell", "IOPS", "95 % interval", "p50", "p99", "p99.9", "max", "resident", "dev/req", "verdict");
    private static final String GAP = "  ";

    private TextTable() {}

    /** The table, one line a row, and below it what is to be said of rows that are not verified, or tell hits from misses. */
    public static String render(Run run) {
        List<RowView> rows = run.rows().stream().map(RowView::of).toList();
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(cells(row)));
        StringBuilder text = new StringBuilder();
        int[] widths = widths(lines);
        lines.forEach(line -> appendLine(text, line, widths));
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

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        return widths;
    }

    /** Words to the left, numbers to the right. */
    private static void appendLine(StringBuilder text, List<String> line, int[] widths) {
        StringBuilder out = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - line.get(column).length());
            boolean isWord = column == 0 || column == widths.length - 1;
            out.append(isWord ? line.get(column) + padding : padding + line.get(column))
                    .append(GAP);
        }
        text.append(out.toString().stripTrailing()).append('\n');
    }
}
