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
    MMAP("mmap", "copy from a shared mapping, faulting pages in", false),
    /** Looks into the page cache by cachestat(2): copies from it what is there, and reads the rest past it. */
    HYBRID_CACHESTAT(
            "hybrid-cachestat", "cachestat, then pread on a hit, O_DIRECT pread on a miss (kernel 6.5)", false),
    /** Tries preadv2(2) with RWF_NOWAIT, and reads past the page cache what that does not deliver. */
    HYBRID_NOWAIT("hybrid-nowait", "preadv2 with RWF_NOWAIT, O_DIRECT pread if that does not deliver", false);

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

    /** Whether each read looks into the page cache first, and so knows hits from misses. */
    public boolean looksFirst() {
        return this == HYBRID_CACHESTAT || this == HYBRID_NOWAIT;
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
