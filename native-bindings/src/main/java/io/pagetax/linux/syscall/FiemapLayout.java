package io.pagetax.linux.syscall;

/**
 * {@code struct fiemap}, which a number of {@code struct fiemap_extent} follows, of {@code include/uapi/linux/fiemap.h}.
 *
 * <pre>
 *   fiemap  0 +--------------------------------------+   fiemap_extent  0 +----------------------------+
 *             | fm_start                         u64 |                    | fe_logical             u64 |
 *           8 +--------------------------------------+                  8 +----------------------------+
 *             | fm_length                        u64 |                    | fe_physical            u64 |
 *          16 +------------------+-------------------+                 16 +----------------------------+
 *             | fm_flags     u32 | fm_mapped_ext. u32|                    | fe_length              u64 |
 *          24 +------------------+-------------------+                 24 +----------------------------+
 *             | fm_extent_co. u32| fm_reserved    u32|                    | fe_reserved64[2]       u64 |
 *          32 +------------------+-------------------+                 40 +-------------+--------------+
 *             | fm_extents[]                         |                    | fe_flags u32| fe_res.[3] u32|
 *                                                                      56 +-------------+--------------+
 * </pre>
 */
public final class FiemapLayout {

    /** Where to start, in bytes. */
    public static final int START_OFFSET = 0;
    /** How far to look, in bytes. */
    public static final int LENGTH_OFFSET = START_OFFSET + Long.BYTES;
    /** FIEMAP_FLAG bits. */
    public static final int FLAGS_OFFSET = LENGTH_OFFSET + Long.BYTES;
    /** Out: how many extents were found. */
    public static final int MAPPED_EXTENTS_OFFSET = FLAGS_OFFSET + Integer.BYTES;
    /** For how many extents there is room; 0: only count them. */
    public static final int EXTENT_COUNT_OFFSET = MAPPED_EXTENTS_OFFSET + Integer.BYTES;
    /** First extent, and size of the head. */
    public static final int EXTENTS_OFFSET = EXTENT_COUNT_OFFSET + 2 * Integer.BYTES;

    /** Start of the extent in the file, in bytes. */
    public static final int EXTENT_LOGICAL_OFFSET = 0;
    /** Start of the extent on the device, in bytes. */
    public static final int EXTENT_PHYSICAL_OFFSET = EXTENT_LOGICAL_OFFSET + Long.BYTES;
    /** Length of the extent in bytes. */
    public static final int EXTENT_LENGTH_OFFSET = EXTENT_PHYSICAL_OFFSET + Long.BYTES;
    /** FIEMAP_EXTENT bits. */
    public static final int EXTENT_FLAGS_OFFSET = EXTENT_LENGTH_OFFSET + Long.BYTES + 2 * Long.BYTES;
    /** Size of an extent. */
    public static final int EXTENT_LENGTH = EXTENT_FLAGS_OFFSET + 4 * Integer.BYTES;

    /** Write dirty pages back first, so that space not yet allocated is. */
    public static final int FIEMAP_FLAG_SYNC = 0x1;
    /** The file's last extent. */
    public static final int FIEMAP_EXTENT_LAST = 0x1;
    /** Where it lies is not known (yet). */
    public static final int FIEMAP_EXTENT_UNKNOWN = 0x2;
    /** Not allocated yet: the data is only in the page cache. */
    public static final int FIEMAP_EXTENT_DELALLOC = 0x4;
    /** Compressed, encrypted or otherwise not readable straight from the device. */
    public static final int FIEMAP_EXTENT_ENCODED = 0x8;
    /** Kept inside the inode. */
    public static final int FIEMAP_EXTENT_DATA_INLINE = 0x200;
    /** Allocated but never written: reads give zeroes without asking the device. */
    public static final int FIEMAP_EXTENT_UNWRITTEN = 0x800;
    /** Shared with another file. */
    public static final int FIEMAP_EXTENT_SHARED = 0x2000;

    private FiemapLayout() {}
}
