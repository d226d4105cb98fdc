package io.pagetax.workload;

/** Direction and order of the operations, in fio's words. */
public enum Rw implements Word {
    /** Reads at random offsets. */
    RANDREAD("randread", true, false),
    /** Reads in rising order. */
    READ("read", false, false),
    /** Writes at random offsets. */
    RANDWRITE("randwrite", true, true),
    /** Writes in rising order. */
    WRITE("write", false, true);

    private final String word;
    private final boolean random;
    private final boolean write;

    Rw(String word, boolean random, boolean write) {
        this.word = word;
        this.random = random;
        this.write = write;
    }

    @Override
    public String word() {
        return word;
    }

    /** Random order; readahead is then switched off. */
    public boolean isRandom() {
        return random;
    }

    /** Writes, no reads. */
    public boolean isWrite() {
        return write;
    }

    /** The choice of a word. */
    public static Rw parse(String word) {
        return Word.parse(values(), word);
    }

    @Override
    public String toString() {
        return word;
    }
}
