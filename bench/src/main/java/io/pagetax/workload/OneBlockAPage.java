package io.pagetax.workload;

/**
 * Random order over blocks that are smaller than a page: one block of each page, another one in the next pass. The cache
 * takes whole pages in, so that of two blocks of a page the second would find what the first has brought there.
 */
final class OneBlockAPage implements OffsetGenerator {

    private final OffsetGenerator pages;
    private final int blockSizeBytes;
    private final int pageBytes;
    private long pass;

    /** Of the offsets of pages, each of which is a multiple of their size. */
    OneBlockAPage(OffsetGenerator pages, int blockSizeBytes, int pageBytes) {
        this.pages = pages;
        this.blockSizeBytes = blockSizeBytes;
        this.pageBytes = pageBytes;
    }

    @Override
    public void restart(long number) {
        pages.restart(number);
        pass = number;
    }

    @Override
    public long blocks() {
        return pages.blocks();
    }

    @Override
    public long next() {
        long page = pages.next();
        return page + (page / pageBytes + pass) % (pageBytes / blockSizeBytes) * blockSizeBytes;
    }
}
