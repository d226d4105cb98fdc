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

    /** The data is used once: reading it does not make its pages worth keeping. Has an effect since kernel 6.3. */
    public static final int POSIX_FADV_NOREUSE = 5;

    /** Default fault readahead. */
    public static final int MADV_NORMAL = 0;
    /** No fault readahead. Fault-around of pages already resident goes on. */
    public static final int MADV_RANDOM = 1;
    /** Aggressive fault readahead. */
    public static final int MADV_SEQUENTIAL = 2;
    /** Start reading the pages into the cache; they are not mapped yet. */
    public static final int MADV_WILLNEED = 3;
    /** Zap the page table entries; the pages of a shared file mapping stay in the cache. */
    public static final int MADV_DONTNEED = 4;
    /** Back anonymous memory by huge pages where they fit. EINVAL if the kernel is built without them. */
    public static final int MADV_HUGEPAGE = 14;
    /** Let reclaim take these pages first. Kernel 5.4. */
    public static final int MADV_COLD = 20;
    /** Reclaim these pages now, writing them back first if they are dirty. Kernel 5.4. */
    public static final int MADV_PAGEOUT = 21;
    /** Fault all pages in for reading. Kernel 5.14, EINVAL before. */
    public static final int MADV_POPULATE_READ = 22;
    /** Fault all pages in for writing. Kernel 5.14, EINVAL before. */
    public static final int MADV_POPULATE_WRITE = 23;

    private Advice() {}
}
