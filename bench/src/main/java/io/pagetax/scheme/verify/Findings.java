package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.Journal;
import java.util.List;

/**
 * What a search has found so far. The model checker sets all that it can see back before each interleaving; what is to stay
 * lies in objects of java.lang, which it does not look into.
 */
final class Findings {

    private static final int ROUNDS = 5;

    private final Journal journal = new Journal();
    private final StringBuilder interleavings = new StringBuilder();
    private final StringBuilder worst = new StringBuilder(Verdict.OK.name());
    private final StringBuilder steps = new StringBuilder();

    /** Where the interleaving that begins now is written. */
    Journal begin() {
        interleavings.append('.');
        journal.clear();
        return journal;
    }

    /** How the interleaving ended. */
    void end(Verdict verdict) {
        if (verdict.compareTo(verdict()) > 0) {
            worst.setLength(0);
            worst.append(verdict.name());
            steps.setLength(0);
            steps.append(journal.text());
        }
    }

    /** Whether who took the last step of the interleaving that was begun last goes through a round of steps again and again. */
    boolean goesRound() {
        String text = journal.text();
        String last = text.substring(text.lastIndexOf('\n', text.length() - 2) + 1);
        String task = last.substring(0, last.indexOf('\t') + 1);
        List<String> lines = text.lines().filter(line -> line.startsWith(task)).toList();
        int size = lines.size();
        for (int length = 1; length * ROUNDS <= size; length++) {
            List<String> end = lines.subList(size - length * (ROUNDS - 1), size);
            if (end.equals(lines.subList(size - length * ROUNDS, size - length))) {
                return true;
            }
        }
        return false;
    }

    Verdict verdict() {
        return Verdict.valueOf(worst.toString());
    }

    int interleavings() {
        return interleavings.length();
    }

    String steps() {
        return steps.toString();
    }
}
