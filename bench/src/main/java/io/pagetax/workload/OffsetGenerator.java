package io.pagetax.workload;

/**
 * Draws the offsets of one pass over a region: every block once, or one block of every page. Implementations allocate nothing after construction
 * and are <b>not thread-safe</b>.
 */
public interface OffsetGenerator {

    /** Begins a pass; passes of different numbers have different orders where the order is random. */
    void restart(long pass);

    /** Blocks in a pass. */
    long blocks();

    /** The next offset in bytes. May be called as often in a pass as the region has blocks. */
    long next();

    /**
     * A generator of random order over one part of a region in which some units are in the page cache.
     *
     * @param resident whether over those that are, or over the others
     */
    static OffsetGenerator drawn(Region region, ResidentDraw draw, boolean resident, int blockSizeBytes) {
        return new DrawnOffsets(region, draw, resident, blockSizeBytes);
    }

    /**
     * A generator that visits one block of each page.
     *
     * @param pages draws the offsets of pages
     */
    static OffsetGenerator oneBlockAPage(OffsetGenerator pages, int blockSizeBytes, int pageBytes) {
        return new OneBlockAPage(pages, blockSizeBytes, pageBytes);
    }

    /** A generator for the order asked for. */
    static OffsetGenerator of(Rw rw, Region region, int blockSizeBytes, long seed) {
        return rw.isRandom()
                ? new RandomOffsets(region, blockSizeBytes, seed)
                : new SequentialOffsets(region, blockSizeBytes);
    }
}
