package io.pagetax.workload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a read is told to be a hit or a miss of the page cache, one by one. */
public enum HitTeller implements Word {
    /** By nothing: hits and misses are recorded together. */
    NONE("none"),
    /** preadv2(2) with RWF_NOWAIT is tried first: what it delivers whole is a hit. */
    NOWAIT("nowait", AccessPath.BUFFERED, Ioengine.PSYNC, Ioengine.PVSYNC2),
    /** cachestat(2) looks before the read: a hit if all pages of the block are there. */
    CACHESTAT("cachestat", AccessPath.BUFFERED, Ioengine.PSYNC, Ioengine.PVSYNC2),
    /** getrusage(2) of the thread before and after a copy: one with a major fault is a miss. */
    FAULTS("faults", AccessPath.MMAP, Ioengine.MMAP, Ioengine.MAPPEDBYTEBUFFER);

    private final String word;
    private final @Nullable AccessPath path;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final List<Ioengine> engines;

    HitTeller(String word) {
        this.word = word;
        this.path = null;
        this.engines = List.of();
    }

    HitTeller(String word, AccessPath path, Ioengine... engines) {
        this.word = word;
        this.path = path;
        this.engines = List.of(engines);
    }

    @Override
    public String word() {
        return word;
    }

    /** Whether the operations of a workload can be told apart so: reads on its path, one after the other. */
    public boolean fits(Workload workload) {
        return this == NONE
                || (!workload.rw().isWrite() && workload.path() == path && engines.contains(workload.ioengine()));
    }

    /** What it fits, in the words of a user. */
    public String accepted() {
        return this == NONE ? "everything" : "reads with --path " + path + " and --ioengine " + Ioengine.words(engines);
    }

    /** The teller of a word. */
    public static HitTeller parse(String word) {
        return Word.parse(values(), word);
    }

    @Override
    public String toString() {
        return word;
    }
}
