package io.pagetax.distribution;

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

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As in the tags of an interval log. */
    public String word() {
        return word;
    }
}
