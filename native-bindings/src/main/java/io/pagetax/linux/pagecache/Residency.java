package io.pagetax.linux.pagecache;

/**
 * How much of a range is in the page cache, in pages.
 *
 * @param resident pages in the cache
 * @param dirty pages that were changed and not yet written back; {@link #UNKNOWN} if only mincore could be asked
 * @param writeback pages being written back; {@link #UNKNOWN} if only mincore could be asked
 * @param recentlyEvicted pages that reclaim took not long ago; {@link #UNKNOWN} if only mincore could be asked
 */
public record Residency(long resident, long dirty, long writeback, long recentlyEvicted) {

    /** Stands for a count that the kernel did not give. */
    public static final long UNKNOWN = -1;
}
