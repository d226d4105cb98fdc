package io.pagetax.workload;

/** Which blocks of the file operations are drawn from, where some are in the page cache and others are not. */
public enum Blocks implements Word {
    /** All of them. */
    ALL("all"),
    /** Those that are in the cache when a pass begins. */
    RESIDENT("resident"),
    /** Those that are not. */
    ABSENT("absent");

    private final String word;

    Blocks(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** The choice of a word. */
    public static Blocks parse(String word) {
        return Word.parse(values(), word);
    }

    @Override
    public String toString() {
        return word;
    }
}
