package io.pagetax.linux.syscall;

/**
 * Protection and flags of mmap(2), from {@code include/uapi/asm-generic/mman-common.h} and {@code
 * hugetlb_encode.h}.
 */
public final class MapFlags {

    /** Pages may be read. */
    public static final int PROT_READ = 0x1;
    /** Pages may be written. */
    public static final int PROT_WRITE = 0x2;
    /** Stores reach the file and other mappings of it. */
    public static final int MAP_SHARED = 0x01;
    /** Stores stay in this process. */
    public static final int MAP_PRIVATE = 0x02;
    /** Memory without a file, zero-filled. */
    public static final int MAP_ANONYMOUS = 0x20;
    /** Fault everything in at once. */
    public static final int MAP_POPULATE = 0x8000;
    /** From the pool of huge pages that vm.nr_hugepages sets aside; ENOMEM if it has too few. */
    public static final int MAP_HUGETLB = 0x40000;
    /** With {@link #MAP_HUGETLB}: huge pages of 2 MiB, whichever size is the default. */
    public static final int MAP_HUGE_2MB = 21 << 26;

    private MapFlags() {}
}
