package io.pagetax.linux.syscall;

/**
 * The parts of {@code struct statx} of {@code include/uapi/linux/stat.h} that are used here.
 *
 * <pre>
 *     0  stx_mask u32 | stx_blksize u32            0x88 stx_dev_major u32 | stx_dev_minor u32
 *  0x10  stx_nlink u32 | stx_uid u32               0x90 stx_mnt_id u64
 *  0x18  stx_gid u32 | stx_mode u16 | pad          0x98 stx_dio_mem_align u32 | stx_dio_offset_align u32
 *  0x20  stx_ino u64                               0xa0 ...
 *  0x28  stx_size u64                              0xa8 stx_atomic_write_unit_min u32 | ..._unit_max u32
 *  0x30  stx_blocks u64                            0xb0 stx_atomic_write_segments_max u32
 *  0x38  ...                                       0xb4 stx_dio_read_offset_align u32
 *  0x80  stx_rdev_major u32 | stx_rdev_minor u32   0x100 end
 * </pre>
 */
public final class StatxLayout {

    /** Which of the fields the kernel has filled in: a set of {@code STATX_} bits. */
    public static final int MASK_OFFSET = 0x00;
    /** File type and permissions, 16 bits. */
    public static final int MODE_OFFSET = 0x1c;
    /** Inode number. */
    public static final int INODE_OFFSET = 0x20;
    /** Size in bytes. */
    public static final int SIZE_OFFSET = 0x28;
    /** Space taken, in units of 512 bytes. */
    public static final int BLOCKS_OFFSET = 0x30;
    /** Device number of a device file: major, then minor. */
    public static final int RDEV_MAJOR_OFFSET = 0x80;
    /** See {@link #RDEV_MAJOR_OFFSET}. */
    public static final int RDEV_MINOR_OFFSET = RDEV_MAJOR_OFFSET + Integer.BYTES;
    /** Device that holds the file: major, then minor. */
    public static final int DEV_MAJOR_OFFSET = RDEV_MINOR_OFFSET + Integer.BYTES;
    /** See {@link #DEV_MAJOR_OFFSET}. */
    public static final int DEV_MINOR_OFFSET = DEV_MAJOR_OFFSET + Integer.BYTES;
    /** Alignment of the user's buffer for direct I/O, in bytes; 0: no direct I/O on this file. */
    public static final int DIO_MEM_ALIGN_OFFSET = 0x98;
    /** Alignment of offset and length for direct I/O, in bytes; 0: no direct I/O on this file. */
    public static final int DIO_OFFSET_ALIGN_OFFSET = DIO_MEM_ALIGN_OFFSET + Integer.BYTES;
    /** The smallest write that is never torn, in bytes; 0: none is. Kernel 6.11. */
    public static final int ATOMIC_WRITE_UNIT_MIN_OFFSET = 0xa8;
    /** The largest write that is never torn, in bytes; 0: none is. */
    public static final int ATOMIC_WRITE_UNIT_MAX_OFFSET = ATOMIC_WRITE_UNIT_MIN_OFFSET + Integer.BYTES;
    /** Of how many parts in memory such a write may consist. */
    public static final int ATOMIC_WRITE_SEGMENTS_MAX_OFFSET = ATOMIC_WRITE_UNIT_MAX_OFFSET + Integer.BYTES;
    /** Alignment of offset and length of direct reads, where it may be finer than that of writes; kernel 6.14. */
    public static final int DIO_READ_OFFSET_ALIGN_OFFSET = ATOMIC_WRITE_SEGMENTS_MAX_OFFSET + Integer.BYTES;
    /** Size of the structure. */
    public static final int LENGTH = 0x100;

    /** All that stat(2) gives. */
    public static final int STATX_BASIC_STATS = 0x07ff;
    /** stx_dio_mem_align and stx_dio_offset_align; kernel 6.1. */
    public static final int STATX_DIOALIGN = 0x2000;
    /** stx_atomic_write_unit_min, _max and stx_atomic_write_segments_max; kernel 6.11. */
    public static final int STATX_WRITE_ATOMIC = 0x10000;
    /** stx_dio_read_offset_align; kernel 6.14. */
    public static final int STATX_DIO_READ_ALIGN = 0x20000;

    /** Interpret an empty path as the descriptor itself. */
    public static final int AT_EMPTY_PATH = 0x1000;
    /** Relative paths start at the working directory. */
    public static final int AT_FDCWD = -100;

    private StatxLayout() {}
}
