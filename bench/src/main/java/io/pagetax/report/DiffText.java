package io.pagetax.report;

import io.pagetax.analysis.DiffAnswer;
import io.pagetax.result.CellDiff;
import io.pagetax.result.FactDifference;
import io.pagetax.result.RunDiff;
import java.util.ArrayList;
import java.util.List;

/** Two runs against each other, for a terminal. */
public final class DiffText {

    private static final int MOST_NAMED = 5;

    static final List<String> HEAD =
            List.of("time per operation", "A", "B", "change", "95 % interval", "min", "p50", "p99", "p99.9", "verdict");

    private DiffText() {}

    /** In what the runs are unlike; a line for each cell; what is to be known of it; and the answer. */
    public static String render(RunDiff diff) {
        StringBuilder text = new StringBuilder();
        text.append("A: ")
                .append(side(diff.a()))
                .append("\nB: ")
                .append(side(diff.b()))
                .append("\n\n");
        text.append(differences(diff)).append('\n');
        text.append(cells(diff));
        remarks(diff).forEach(remark -> text.append(remark).append('\n'));
        text.append('\n');
        DiffAnswer.sentences(diff).forEach(sentence -> text.append(sentence).append('\n'));
        return text.toString();
    }

    /** What is to be known of cells, which are in one run only, and why all is to be doubted; a line each. */
    static List<String> remarks(RunDiff diff) {
        List<String> remarks = new ArrayList<>();
        for (CellDiff cell : diff.cells()) {
            if (!cell.reasons().isEmpty()) {
                remarks.add(cell.id() + ": " + String.join("; ", cell.reasons()));
            }
        }
        addLone("A", diff.onlyInA(), remarks);
        addLone("B", diff.onlyInB(), remarks);
        diff.warnings().forEach(warning -> remarks.add("warning: " + warning));
        return remarks;
    }

    private static void addLone(String run, List<String> ids, List<String> remarks) {
        if (!ids.isEmpty()) {
            String more = ids.size() > MOST_NAMED ? ", and " + (ids.size() - MOST_NAMED) + " more" : "";
            remarks.add("only in " + run + ": " + String.join(", ", ids.subList(0, Math.min(ids.size(), MOST_NAMED)))
                    + more);
        }
    }

    static String side(RunDiff.Side side) {
        return side.id() + ", " + side.startedAt() + ", " + side.status();
    }

    private static String differences(RunDiff diff) {
        if (diff.differences().isEmpty()) {
            return "Parameters and environment are the same.\n";
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("differs", "A", "B"));
        for (FactDifference difference : diff.differences()) {
            Excerpt values = Excerpt.of(difference.a(), difference.b());
            lines.add(List.of(difference.what(), values.one(), values.other()));
        }
        return Columns.render(lines, 3, true);
    }

    private static String cells(RunDiff diff) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        diff.cells().stream().map(CellDiffView::of).forEach(view -> lines.add(line(view)));
        String rule = diff.tested() == 0 ? "" : DiffAnswer.rule(diff) + "\n";
        boolean hasBrackets = lines.stream().anyMatch(line -> line.stream().anyMatch(cell -> cell.startsWith("(")));
        return Columns.render(lines, 1, true) + (hasBrackets ? CellDiffView.BRACKETS + "\n" : "") + rule;
    }

    /** A cell under {@link #HEAD}. */
    static List<String> line(CellDiffView view) {
        List<String> line = new ArrayList<>(
                List.of(view.id(), view.timeA(), view.timeB(), view.change(), view.interval(), view.min()));
        line.addAll(view.percentiles().subList(0, HEAD.size() - line.size() - 1));
        line.add(view.verdict());
        return line;
    }
}
