package io.pagetax.distribution;

import java.util.List;
import java.util.Optional;

/** Which times of a row's operations. */
public enum Kind {
    /** From an operation's start to its end, of all of them. */
    SERVICE("service"),
    /** From the time at which it ought to have started. */
    RESPONSE("response"),
    /** Service times of those that the page cache had. */
    HIT("hit"),
    /** Service times of the others. */
    MISS("miss");

    private static final List<Kind> ALL = List.of(values());

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As in the tags of an interval log. */
    public String word() {
        return word;
    }

    static Optional<Kind> of(String word) {
        return ALL.stream().filter(kind -> kind.word.equals(word)).findFirst();
    }
}
