package io.pagetax.linux.syscall;

/**
 * {@code struct cachestat_range} and {@code struct cachestat} of {@code include/uapi/linux/mman.h}.
 *
 * <pre>
 *   cachestat_range        0 +-----------------+     cachestat   0 +---------------------+
 *                            | off         u64 |                   | nr_cache        u64 |
 *                          8 +-----------------+                 8 +---------------------+
 *                            | len         u64 |                   | nr_dirty        u64 |
 *                         16 +-----------------+                16 +---------------------+
 *                                                                  | nr_writeback    u64 |
 *   len = 0 means "to the end of the file".                     24 +---------------------+
 *   All counts are pages.                                          | nr_evicted      u64 |
 *                                                               32 +---------------------+
 *                                                                  | nr_recently_ev. u64 |
 *                                                               40 +---------------------+
 * </pre>
 */
public final class CachestatLayout {

    /** Start of the range, in bytes. */
    public static final int RANGE_OFFSET_OFFSET = 0;
    /** Length of the range, in bytes. */
    public static final int RANGE_LENGTH_OFFSET = RANGE_OFFSET_OFFSET + Long.BYTES;
    /** Size of the range structure. */
    public static final int RANGE_LENGTH = RANGE_LENGTH_OFFSET + Long.BYTES;

    /** Pages in the cache. */
    public static final int NR_CACHE_OFFSET = 0;
    /** Pages not yet written back. */
    public static final int NR_DIRTY_OFFSET = NR_CACHE_OFFSET + Long.BYTES;
    /** Pages being written back. */
    public static final int NR_WRITEBACK_OFFSET = NR_DIRTY_OFFSET + Long.BYTES;
    /** Pages that reclaim has taken and left a shadow of. */
    public static final int NR_EVICTED_OFFSET = NR_WRITEBACK_OFFSET + Long.BYTES;
    /** Those of them whose return would count as a refault of the working set. */
    public static final int NR_RECENTLY_EVICTED_OFFSET = NR_EVICTED_OFFSET + Long.BYTES;
    /** Size of the result structure. */
    public static final int LENGTH = NR_RECENTLY_EVICTED_OFFSET + Long.BYTES;

    private CachestatLayout() {}
}
