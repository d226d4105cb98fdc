package io.pagetax.linux.syscall;

/** Per-call flags of preadv2(2) and pwritev2(2), from {@code include/uapi/linux/fs.h}. */
public final class RwFlags {

    /** RWF_DONTCACHE: go through the page cache, drop the pages afterwards. Kernel 6.14. */
    public static final int DONTCACHE = 0x80;

    private RwFlags() {}
}
