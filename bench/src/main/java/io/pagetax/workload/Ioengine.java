package io.pagetax.workload;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How an operation is issued; fio's {@code ioengine}, with words of our own for the ways that only Java has. */
public enum Ioengine implements Word {
    /** pread(2) and pwrite(2). */
    PSYNC("psync", true, AccessPath.DIRECT, AccessPath.BUFFERED, AccessPath.HYBRID_CACHESTAT, AccessPath.HYBRID_NOWAIT),
    /** preadv2(2) and pwritev2(2). */
    PVSYNC2("pvsync2", true, AccessPath.DIRECT, AccessPath.BUFFERED, AccessPath.DONTCACHE),
    /** A copy from a mapping. */
    MMAP("mmap", false, AccessPath.MMAP),
    /** io_uring(7): the only one that keeps more than one operation in flight. */
    IO_URING("io_uring", true, AccessPath.DIRECT, AccessPath.BUFFERED, AccessPath.DONTCACHE),
    /** Positional reads and writes of {@link java.nio.channels.FileChannel}. */
    FILECHANNEL("filechannel", false, AccessPath.DIRECT, AccessPath.BUFFERED),
    /** A copy from a {@link java.nio.MappedByteBuffer}. */
    MAPPEDBYTEBUFFER("mappedbytebuffer", false, AccessPath.MMAP);

    private final String word;
    private final boolean usesBinding;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final Set<AccessPath> paths;

    Ioengine(String word, boolean usesBinding, AccessPath first, AccessPath... more) {
        this.word = word;
        this.usesBinding = usesBinding;
        this.paths = EnumSet.of(first, more);
    }

    @Override
    public String word() {
        return word;
    }

    /** Whether data can take this path with it. */
    public boolean carries(AccessPath path) {
        return paths.contains(path);
    }

    /**
     * Whether its operations are calls from Java to libc, so that it matters by what binding. Copies from a mapping are
     * not, nor are the JDK's own ways, which bring their own native code.
     */
    public boolean usesBinding() {
        return usesBinding;
    }

    /** Whether it can keep more than one operation in flight. */
    public boolean queues() {
        return this == IO_URING;
    }

    /** The one that a path has if nobody names another. */
    public static Ioengine defaultOf(AccessPath path) {
        return switch (path) {
            case DIRECT, BUFFERED, HYBRID_CACHESTAT, HYBRID_NOWAIT -> PSYNC;
            case DONTCACHE -> PVSYNC2;
            case MMAP -> MMAP;
        };
    }

    /** All that carry a path. */
    public static List<Ioengine> of(AccessPath path) {
        return Arrays.stream(values()).filter(engine -> engine.carries(path)).toList();
    }

    /** The words of some, as a list for a user. */
    public static String words(List<Ioengine> engines) {
        return engines.stream().map(Ioengine::word).collect(Collectors.joining(", "));
    }

    /** The engine of a word. */
    public static Ioengine parse(String word) {
        return Word.parse(values(), word);
    }

    @Override
    public String toString() {
        return word;
    }
}
