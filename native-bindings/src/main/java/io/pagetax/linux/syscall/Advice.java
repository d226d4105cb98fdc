package io.pagetax.linux.syscall;

/**
 * Advice for posix_fadvise(2), from {@code include/uapi/linux/fadvise.h}, and madvise(2), from {@code
 * include/uapi/asm-generic/mman-common.h}. The values are the same on x86-64 and aarch64.
 */
public final class Advice {

    /** Default readahead. */
    public static final int POSIX_FADV_NORMAL = 0;
    /** No readahead: a miss reads what was asked for and no more. Holds for the open file, not the inode. */
    public static final int POSIX_FADV_RANDOM = 1;
    /** Twice the default readahead. */
    public static final int POSIX_FADV_SEQUENTIAL = 2;
    /** Start reading the range into the cache; returns before the data is there. */
    public static final int POSIX_FADV_WILLNEED = 3;
    /** Drop the clean, unmapped pages that lie wholly in the range. */
    public static final int POSIX_FADV_DONTNEED = 4;

    /** No fault readahead. Fault-around of pages already resident goes on. */
    public static final int MADV_RANDOM = 1;
    /** Aggressive fault readahead. */
    public static final int MADV_SEQUENTIAL = 2;
    /** Zap the page table entries; the pages of a shared file mapping stay in the cache. */
    public static final int MADV_DONTNEED = 4;
    /** Fault all pages in for reading. Kernel 5.14, EINVAL before. */
    public static final int MADV_POPULATE_READ = 22;

    private Advice() {}
}
