package io.pagetax.analysis;

import io.pagetax.result.ProbeAnswer;
import io.pagetax.result.ProbeMatrix;
import io.pagetax.result.ProbedTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A question that a file system answers otherwise than before.
 *
 * @param target whose file system
 * @param id of the question
 * @param expected the answer of before
 * @param found the answer of now
 */
public record ProbeDifference(String target, String id, String expected, String found) {

    /** What is measured, or depends on who won a race; the word before it is what is compared. */
    private static final Pattern MEASURE =
            Pattern.compile("\\b(completes|supported|window|parallel|serial|direct|buffered|mapped):[^ ]*( of \\d+)?");

    /** Which of these are seen in a race depends on who wins it. */
    private static final Pattern HARMLESS = Pattern.compile("(data|zeros|short)(\\+(data|zeros|short))*");

    private static final String RACE = "-vs-direct-read";

    /**
     * Compares targets of the same name, question by question. What only one of the two was asked, as versions of this
     * program differ in, is no difference.
     */
    public static List<ProbeDifference> between(ProbeMatrix expected, ProbeMatrix found) {
        List<ProbeDifference> differences = new ArrayList<>();
        for (ProbedTarget target : found.targets()) {
            expected.target(target.name()).ifPresent(before -> add(before, target, differences));
        }
        return differences;
    }

    private static void add(ProbedTarget before, ProbedTarget now, List<ProbeDifference> differences) {
        for (ProbeAnswer answer : now.probes()) {
            Optional<String> expected = before.probe(answer.id()).map(ProbeAnswer::answer);
            if (expected.isPresent() && !kind(answer.id(), expected.get()).equals(kind(answer.id(), answer.answer()))) {
                differences.add(new ProbeDifference(now.name(), answer.id(), expected.get(), answer.answer()));
            }
        }
    }

    /** What of an answer stays the same from one time to the next if the file system does. */
    private static String kind(String id, String answer) {
        String word = MEASURE.matcher(answer).replaceAll("$1");
        return id.endsWith(RACE) && HARMLESS.matcher(word).matches() ? "harmless" : word;
    }
}
