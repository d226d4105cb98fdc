package io.pagetax.scheme.measure;

/** Which pages of a file are cached. */
public enum Residency {

    /** None. */
    UNCACHED("uncached", 0),

    /** One, which no transfer touches. */
    ONE_PAGE("one-page", 0),

    /** A tenth. */
    MIXED_10("mixed:10", 10),

    /** Half. */
    MIXED_50("mixed:50", 50),

    /** Nine tenths. */
    MIXED_90("mixed:90", 90),

    /** All. */
    CACHED("cached", 100),

    /** None at first, and memory for a few only, so that whoever reads through the cache adds pages all the time. */
    CHURNED("churned", 0);

    private static final int FEW = 64;

    private final String word;
    private final int percent;

    Residency(String word, int percent) {
        this.word = word;
        this.percent = percent;
    }

    /** The one of a word. */
    public static Residency of(String word) {
        for (Residency residency : values()) {
            if (residency.word.equals(word)) {
                return residency;
            }
        }
        throw new IllegalArgumentException("no such state: " + word);
    }

    /** As in the parameters of the benchmark. */
    public String word() {
        return word;
    }

    /** Whether places of a file differ in it. */
    public boolean isMixed() {
        return percent > 0 && percent < CACHED.percent;
    }

    /** Of the pages that transfers touch. */
    int percent() {
        return percent;
    }

    /** For how many pages the cache has memory, of so many that could be cached. */
    int room(int all) {
        return this == CHURNED ? FEW : all;
    }
}
