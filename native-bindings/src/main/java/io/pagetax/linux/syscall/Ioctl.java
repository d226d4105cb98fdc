package io.pagetax.linux.syscall;

/**
 * Requests of ioctl(2), from {@code include/uapi/linux/fs.h} and {@code include/uapi/asm-generic/ioctls.h}. The values
 * are the same on x86-64 and aarch64.
 */
public final class Ioctl {

    /** Size of a block device in bytes, into 8 bytes. */
    public static final int BLKGETSIZE64 = 0x80081272;
    /** Logical block size of a block device in bytes, into an {@code int}. */
    public static final int BLKSSZGET = 0x1268;
    /** Physical block size of a block device in bytes, into an {@code int}. */
    public static final int BLKPBSZGET = 0x127b;
    /**
     * Discards a range of a block device, given as offset and length of 8 bytes each: <b>what was there is lost</b>.
     * Nothing here ever issues it.
     */
    public static final int BLKDISCARD = 0x1277;
    /** Extents of a file; see {@link FiemapLayout}. Kernel 2.6.28. */
    public static final int FS_IOC_FIEMAP = 0xc020660b;
    /** Makes a file share all blocks of another one, whose descriptor is the argument. Kernel 4.5, of few file systems. */
    public static final int FICLONE = 0x40049409;
    /** Settings of a terminal; ENOTTY on anything else, by which isatty(3) tells terminals. */
    public static final int TCGETS = 0x5401;

    private Ioctl() {}
}
