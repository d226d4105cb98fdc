package io.pagetax.report;

import io.pagetax.analysis.ProbeDifference;
import io.pagetax.result.ProbeAnswer;
import io.pagetax.result.ProbeMatrix;
import io.pagetax.result.ProbedTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What file systems were found to do, for a terminal. */
public final class ProbeText {

    private ProbeText() {}

    /** One target: each question with its answer and what that means. Several: their answers side by side. */
    public static String render(ProbeMatrix matrix) {
        return matrix.targets().size() == 1 ? list(matrix.targets().get(0)) : table(matrix);
    }

    private static String list(ProbedTarget target) {
        List<List<String>> lines = new ArrayList<>();
        for (ProbeAnswer probe : target.probes()) {
            addLines(List.of(List.of(probe.id()), parts(probe.answer()), List.of(probe.meaning())), lines);
        }
        return title(target) + "\n\n" + Columns.render(lines, 3, true);
    }

    private static String table(ProbeMatrix matrix) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("probe"));
        matrix.targets().forEach(target -> head.add(target.name()));
        lines.add(head);
        for (String id : matrix.ids()) {
            List<List<String>> cells = new ArrayList<>(List.of(List.of(id)));
            matrix.targets()
                    .forEach(target -> cells.add(
                            parts(target.probe(id).map(ProbeAnswer::answer).orElse(Units.NOT_AVAILABLE))));
            addLines(cells, lines);
        }
        StringBuilder text = new StringBuilder();
        matrix.targets().forEach(target -> text.append(title(target)).append('\n'));
        return text.append('\n')
                .append(Columns.render(lines, head.size(), true))
                .toString();
    }

    private static String title(ProbedTarget target) {
        return String.format(
                Locale.ROOT,
                "%s: %s, kernel %s, %s",
                target.name(),
                target.filesystem() == null ? "unknown file system" : target.filesystem(),
                target.kernel() == null ? "unknown" : target.kernel(),
                target.mountOptions() == null ? "mount options unknown" : target.mountOptions());
    }

    /** Answers with several parts take a line for each, so that columns stay narrow. */
    private static List<String> parts(String answer) {
        return List.of(answer.replaceAll(" of ", "/").split(" "));
    }

    private static void addLines(List<List<String>> cells, List<List<String>> lines) {
        int height = Collections.max(cells.stream().map(List::size).toList());
        for (int part = 0; part < height; part++) {
            int index = part;
            lines.add(cells.stream()
                    .map(cell -> index < cell.size() ? cell.get(index) : "")
                    .toList());
        }
    }

    /** A line for each, or that there are none. */
    public static String differences(List<ProbeDifference> differences) {
        if (differences.isEmpty()) {
            return "As expected.\n";
        }
        StringBuilder text = new StringBuilder();
        differences.forEach(difference -> text.append(String.format(
                Locale.ROOT,
                "%s: %s is %s, expected %s%n",
                difference.target(),
                difference.id(),
                difference.found(),
                difference.expected())));
        return text.toString();
    }
}
