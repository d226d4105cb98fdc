package io.pagetax.report;

import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of rows for GitHub and whatever else shows Markdown with tables. */
public final class MarkdownTable {

    private static final int VERDICT = TextTable.HEAD.size() - 1;

    private MarkdownTable() {}

    /**
     * The columns of the terminal's table. Numbers that are not to be trusted are struck out; below stands what the terminal
     * says below its table.
     */
    public static String render(Run run) {
        StringBuilder text = new StringBuilder();
        line(text, TextTable.HEAD, Markdown::cell);
        line(text, TextTable.HEAD, name -> name.equals("cell") || name.equals("verdict") ? "---" : "---:");
        for (Row row : run.rows()) {
            line(text, cells(row), UnaryOperator.identity());
        }
        List<String> remarks = TextTable.remarks(run);
        if (!remarks.isEmpty()) {
            text.append('\n');
            remarks.forEach(
                    remark -> text.append("- ").append(Markdown.cell(remark)).append('\n'));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, UnaryOperator<String> form) {
        text.append(cells.stream().map(form).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static List<String> cells(Row row) {
        boolean struck = row.samples() > 0 && !row.isTrusted();
        List<String> shown = TextTable.cells(RowView.of(row));
        return IntStream.range(0, shown.size())
                .mapToObj(column -> {
                    String cell = Markdown.cell(shown.get(column).strip());
                    return struck && column != VERDICT && !cell.isEmpty() ? "~~" + cell + "~~" : cell;
                })
                .toList();
    }
}
