package io.pagetax.report;

import io.pagetax.analysis.DiffAnswer;
import io.pagetax.result.FactDifference;
import io.pagetax.result.RunDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Two runs against each other, for a comment on GitHub: the answer, the cells, and the rest folded. */
public final class DiffMarkdown {

    private DiffMarkdown() {}

    /** A document whose first line is the answer. Texts of the runs are escaped. */
    public static String render(RunDiff diff) {
        List<CellDiffView> views = diff.cells().stream().map(CellDiffView::of).toList();
        StringBuilder text = new StringBuilder();
        text.append("**pagetax:** ")
                .append(Markdown.cell(String.join(" ", DiffAnswer.sentences(diff))))
                .append("\n\n");
        text.append(
                        diff.differences().isEmpty()
                                ? "Parameters and environment are the same."
                                : "Not the same in both: " + keys(diff) + ".")
                .append("\n\n")
                .append(table(DiffText.HEAD, views.stream().map(DiffText::line).toList()));
        List<String> remarks = DiffText.remarks(diff);
        if (!remarks.isEmpty()) {
            text.append('\n').append(list(remarks));
        }
        text.append(folded("The runs, and what differs of them", facts(diff)));
        text.append(folded(
                "Quickest operations and percentiles with their 95 % intervals",
                table(
                        percentileHead(),
                        views.stream().map(DiffMarkdown::percentiles).toList())));
        if (diff.tested() > 0) {
            text.append('\n').append(Markdown.cell(DiffAnswer.rule(diff))).append('\n');
        }
        return text.append('\n').append(CellDiffView.BRACKETS).append('\n').toString();
    }

    private static String keys(RunDiff diff) {
        return diff.differences().stream()
                .map(difference -> Markdown.cell(difference.what()))
                .collect(Collectors.joining(", "));
    }

    private static String facts(RunDiff diff) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("run", DiffText.side(diff.a()), DiffText.side(diff.b())));
        for (FactDifference difference : diff.differences()) {
            Excerpt values = Excerpt.of(difference.a(), difference.b());
            lines.add(List.of(difference.what(), values.one(), values.other()));
        }
        return table(List.of("", "A", "B"), lines);
    }

    private static List<String> percentileHead() {
        List<String> head = new ArrayList<>(List.of("cell", "min", "95 % interval"));
        CellDiffView.PERCENTILES.forEach(name -> head.addAll(List.of(name, "95 % interval")));
        return head;
    }

    private static List<String> percentiles(CellDiffView view) {
        List<String> line = new ArrayList<>(List.of(view.id(), view.min(), view.minInterval()));
        for (int i = 0; i < view.percentiles().size(); i++) {
            line.add(view.percentiles().get(i));
            line.add(view.intervals().get(i));
        }
        return line;
    }

    private static String table(List<String> head, List<List<String>> lines) {
        StringBuilder table = new StringBuilder(row(head));
        table.append("|").append(" --- |".repeat(head.size())).append('\n');
        lines.forEach(line -> table.append(row(line)));
        return table.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String list(List<String> lines) {
        return lines.stream().map(line -> "- " + Markdown.cell(line) + "\n").collect(Collectors.joining());
    }

    private static String folded(String title, String content) {
        return "\n<details>\n<summary>" + title + "</summary>\n\n" + content + "\n</details>\n";
    }
}
