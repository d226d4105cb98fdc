package io.pagetax.report;

import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The warnings of all rows, each kind in one sentence: a busy machine makes the same one in many rows. */
final class RowWarnings {

    private static final Pattern SAMPLE = Pattern.compile("^sample \\d+ of \\d+: ");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.]*");

    private RowWarnings() {}

    /** Sentences that name a row, the number of others with a warning that differs in its numbers only, and the warning. */
    static List<String> of(Run run) {
        Map<String, List<String>> rowsByKind = new LinkedHashMap<>();
        Map<String, String> firstOfKind = new LinkedHashMap<>();
        for (Row row : run.rows()) {
            for (String warning : row.warnings()) {
                String text = SAMPLE.matcher(warning).replaceFirst("");
                String kind = NUMBER.matcher(text).replaceAll("#");
                firstOfKind.putIfAbsent(kind, text);
                rowsByKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(row.id());
            }
        }
        List<String> sentences = new ArrayList<>();
        firstOfKind.forEach((kind, text) -> {
            List<String> rows = rowsByKind.getOrDefault(kind, List.of());
            String others = rows.size() > 1 ? " and " + (rows.size() - 1) + " more" : "";
            sentences.add(rows.get(0) + others + ": " + text);
        });
        return sentences;
    }
}
