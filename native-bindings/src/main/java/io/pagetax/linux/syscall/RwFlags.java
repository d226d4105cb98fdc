package io.pagetax.linux.syscall;

/** Per-call flags of preadv2(2) and pwritev2(2), from {@code include/uapi/linux/fs.h}. */
public final class RwFlags {

    /** RWF_HIPRI: poll for the completion; O_DIRECT only, on devices with polling queues. Kernel 4.6. */
    public static final int HIPRI = 0x1;
    /** RWF_DSYNC: as if the file were open with O_DSYNC. Kernel 4.7. */
    public static final int DSYNC = 0x2;
    /** RWF_SYNC: as if the file were open with O_SYNC. Kernel 4.7. */
    public static final int SYNC = 0x4;
    /** RWF_NOWAIT: fail with EAGAIN rather than wait for data, locks or requests. Kernel 4.14 for reads. */
    public static final int NOWAIT = 0x8;
    /** RWF_ATOMIC: never torn, within the limits that statx(2) tells; O_DIRECT only. Kernel 6.11. */
    public static final int ATOMIC = 0x40;
    /** RWF_DONTCACHE: go through the page cache, drop the pages afterwards. Kernel 6.14. */
    public static final int DONTCACHE = 0x80;

    private RwFlags() {}
}
