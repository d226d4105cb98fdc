package io.pagetax.probe;

import java.io.IOException;

/** Whether cached pages beside what is written directly stay. */
final class DirectWriteKeepsNeighbours implements Probe {

    private static final int PAGES = 512;

    /** Far behind the start, since pieces grow as a file is read on, and at no edge of any. */
    private static final int WRITTEN = 405;

    @Override
    public About about() {
        return new About(
                "direct-write-keeps-neighbours",
                "Do cached pages beside a direct write of one page stay in the cache?",
                "kernel mm/truncate.c, invalidate_inode_pages2_range: whole folios go");
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES)) {
            file.warm();
            long lostOfSequential = lost(file, 2);
            file.evict();
            file.warmSinglePages();
            long lostOfSingle = lost(file, 3);
            return Answer.yesOrNo(
                    lostOfSequential == 0 && lostOfSingle == 0,
                    "A direct write costs readers of other pages nothing.",
                    "The cache holds larger pieces than pages, which go as a whole: a direct write of one page makes"
                            + " buffered readers of its neighbours miss.",
                    "of " + (PAGES - 1) + " cached pages that were not written, " + lostOfSequential
                            + " went where the file had been read in one go, and " + lostOfSingle
                            + " where it had been read page by page");
        }
    }

    private static long lost(ScratchFile file, int generation) throws IOException {
        long before = file.resident() - file.resident(WRITTEN, 1);
        file.writeDirect(WRITTEN, 1, generation);
        return before - (file.resident() - file.resident(WRITTEN, 1));
    }
}
