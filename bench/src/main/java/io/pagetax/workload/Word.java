package io.pagetax.workload;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A choice that users name by a word of fio's. */
interface Word {

    /** The word, as it is typed and printed. */
    String word();

    /**
     * The choice that a word names.
     *
     * @throws IllegalArgumentException naming the word and all that would be accepted
     */
    static <W extends Word> W parse(W[] choices, String word) {
        for (W choice : choices) {
            if (choice.word().equals(word)) {
                return choice;
            }
        }
        String accepted = Arrays.stream(choices).map(Word::word).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("'" + word + "' is not one of: " + accepted);
    }
}
