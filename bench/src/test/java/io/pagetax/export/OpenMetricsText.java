package io.pagetax.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strict reader of the part of OpenMetrics' text form that is written here; for exemplars and time stamps it fails. */
final class OpenMetricsText {

    private static final Pattern META = Pattern.compile("# (HELP|TYPE|UNIT) ([a-z_]+) (.+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(?:\\{(.*)\\})? (-?[0-9.]+(?:E-?[0-9]+)?)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\\n]|\\\\[\\\\n\"])*)\"(,|$)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** One line with a value. */
    record Sample(String name, Map<String, String> labels, double value) {}

    private final Map<String, String> types = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();

    /** Fails with the line that is not of the format. */
    static OpenMetricsText parse(String text) {
        if (!text.endsWith("\n# EOF\n")) {
            throw new IllegalArgumentException("it does not end with # EOF");
        }
        OpenMetricsText metrics = new OpenMetricsText();
        text.substring(0, text.length() - "# EOF\n".length()).lines().forEach(metrics::add);
        return metrics;
    }

    private void add(String line) {
        Matcher meta = META.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (meta.matches()) {
            if (meta.group(1).equals("TYPE") && types.put(meta.group(2), meta.group(3)) != null) {
                throw new IllegalArgumentException("a second family: " + line);
            }
            if (meta.group(1).equals("UNIT") && !meta.group(2).endsWith("_" + meta.group(3))) {
                throw new IllegalArgumentException("a unit that the name does not end with: " + line);
            }
        } else if (sample.matches() && isOfAFamily(sample.group(1))) {
            String labels = sample.group(2) == null ? "" : sample.group(2);
            samples.add(new Sample(sample.group(1), labels(labels), Double.parseDouble(sample.group(3))));
        } else {
            throw new IllegalArgumentException("not of the format: " + line);
        }
    }

    private boolean isOfAFamily(String name) {
        return types.containsKey(name.replaceAll("_(count|sum|info)$", "")) || types.containsKey(name);
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!label.find(end) || label.start() != end) {
                throw new IllegalArgumentException("not labels: " + text.substring(end));
            }
            String value = ESCAPED.matcher(label.group(2))
                    .replaceAll(
                            escape -> Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
            if (labels.put(label.group(1), value) != null) {
                throw new IllegalArgumentException("a second label of the name: " + text);
            }
            end = label.end();
        }
        return labels;
    }

    Map<String, String> types() {
        return types;
    }

    List<Sample> samples(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }
}
