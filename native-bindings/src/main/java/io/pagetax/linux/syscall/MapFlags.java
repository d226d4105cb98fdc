package io.pagetax.linux.syscall;

/** Protection and flags of mmap(2), from {@code include/uapi/asm-generic/mman-common.h}. */
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

    private MapFlags() {}
}
