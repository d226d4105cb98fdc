package io.pagetax.workload;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What other threads do to the same file, as fast as they can, while a cell is measured. Their operations are no part of
 * the cell's numbers.
 *
 * @param kind of their operations
 * @param jobs threads; those that read have a share of the file each, as measured ones have
 */
public record Company(Kind kind, int jobs) {

    /** The measured jobs are alone. */
    public static final Company NONE = new Company(Kind.NONE, 0);

    private static final Pattern SPEC = Pattern.compile("([a-z]+)(?::([1-9][0-9]{0,3}))?");

    /** What a thread does again and again. */
    public enum Kind implements Word {
        /** Nothing: there is none. */
        NONE("none"),
        /** Reads a block past the page cache. */
        DIRECT("direct", AccessPath.DIRECT),
        /** Reads a block through the page cache. */
        BUFFERED("buffered", AccessPath.BUFFERED),
        /** Copies a block from a mapping. */
        MMAP("mmap", AccessPath.MMAP),
        /** Writes a block through the page cache at the end of the file, which grows by it. */
        APPEND("append"),
        /** Appends a block and cuts it off again by ftruncate(2). */
        TRUNCATE("truncate"),
        /** Writes a block beyond the end of the data and takes it out again by fallocate(2) with FALLOC_FL_PUNCH_HOLE. */
        PUNCH("punch");

        private final String word;
        private final @Nullable AccessPath path;

        Kind(String word) {
            this.word = word;
            this.path = null;
        }

        Kind(String word, AccessPath path) {
            this.word = word;
            this.path = path;
        }

        @Override
        public String word() {
            return word;
        }

        /** By which it reads; null if it does not read. */
        public @Nullable AccessPath path() {
            return path;
        }
    }

    /**
     * {@code none}; {@code direct}, {@code buffered} or {@code mmap}, each also with a number of threads, as in {@code
     * buffered:3}; {@code append}, {@code truncate} or {@code punch}.
     *
     * @throws IllegalArgumentException naming what would be accepted
     */
    public static Company parse(String word) {
        Matcher spec = SPEC.matcher(word);
        Kind kind = spec.matches() ? kind(spec.group(1)) : null;
        if (kind == null || (kind.path() == null && spec.group(2) != null)) {
            throw new IllegalArgumentException("'" + word + "' is not one of: "
                    + Arrays.stream(Kind.values())
                            .map(each -> each.path() == null ? each.word() : each.word() + ":N")
                            .collect(Collectors.joining(", ")));
        }
        if (kind == Kind.NONE) {
            return NONE;
        }
        return new Company(kind, spec.group(2) == null ? 1 : Integer.parseInt(spec.group(2)));
    }

    /**
     * Threads that read on a path.
     *
     * @param path direct, buffered or mmap
     */
    public static Company reading(AccessPath path, int jobs) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.path() == path)
                .findFirst()
                .map(kind -> new Company(kind, jobs))
                .orElseThrow();
    }

    private static @Nullable Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** Whether there is none. */
    public boolean isNone() {
        return kind == Kind.NONE;
    }

    /** Threads that have a share of the file's data. */
    int readers() {
        return kind.path() == null ? 0 : jobs;
    }

    /** Whether the file changes its length or its extents, beyond the data that is measured on. */
    public boolean changesFile() {
        return !isNone() && kind.path() == null;
    }

    @Override
    public String toString() {
        return kind.path() == null ? kind.word() : kind.word() + ":" + jobs;
    }
}
