package io.pagetax.workload;

/** How data gets from the file to the program. */
public enum AccessPath implements Word {
    /** O_DIRECT pread and pwrite. */
    DIRECT("direct", "O_DIRECT pread/pwrite: past the page cache", true),
    /** pread and pwrite through the page cache. */
    BUFFERED("buffered", "pread/pwrite through the page cache", true),
    /** preadv2 with RWF_DONTCACHE. */
    DONTCACHE("dontcache", "preadv2 with RWF_DONTCACHE: through the cache, dropped behind (kernel 6.14)", false),
    /** A copy from a shared mapping. */
    MMAP("mmap", "copy from a shared mapping, faulting pages in", false);

    private final String word;
    private final String help;
    private final boolean writes;

    AccessPath(String word, String help, boolean writes) {
        this.word = word;
        this.help = help;
        this.writes = writes;
    }

    @Override
    public String word() {
        return word;
    }

    /** One line for the command's help. */
    public String help() {
        return help;
    }

    /** Whether benchmarks that write exist for this path. */
    public boolean writes() {
        return writes;
    }

    /** Whether its reads leave pages in the cache. */
    public boolean populatesCache() {
        return this == BUFFERED || this == MMAP;
    }

    /** The path of a word. */
    public static AccessPath parse(String word) {
        return Word.parse(values(), word);
    }

    @Override
    public String toString() {
        return word;
    }
}
