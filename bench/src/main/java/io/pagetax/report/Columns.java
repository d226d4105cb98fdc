package io.pagetax.report;

import java.util.List;

/** Lines of cells as text: words to the left, numbers to the right. */
final class Columns {

    private static final String GAP = "  ";

    private Columns() {}

    /**
     * The lines, each with its line break.
     *
     * @param words cells at the start of each line that are words
     * @param endsInWord whether the last one is, too
     */
    static String render(List<List<String>> lines, int words, boolean endsInWord) {
        int[] widths = widths(lines);
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder out = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String padding = " ".repeat(widths[column] - line.get(column).length());
                boolean isWord = column < words || (endsInWord && column == widths.length - 1);
                out.append(isWord ? line.get(column) + padding : padding + line.get(column))
                        .append(GAP);
            }
            text.append(out.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        return widths;
    }
}
