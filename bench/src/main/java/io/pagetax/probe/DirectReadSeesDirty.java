package io.pagetax.probe;

import java.io.IOException;

/** Whether a direct read sees what a buffered write left in the cache. */
final class DirectReadSeesDirty implements Probe {

    private static final int PAGES = 16;
    private static final int TRIES = 256;

    @Override
    public About about() {
        return new About(
                "direct-read-sees-dirty",
                "Does a direct read see what was written through the cache and is not on the device yet?",
                "kernel mm/filemap.c, kiocb_write_and_wait: dirty pages of the range are written first");
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES)) {
            long stale = 0;
            for (int attempt = 0; attempt < TRIES; attempt++) {
                int page = attempt % PAGES;
                int generation = ScratchFile.FIRST_GENERATION + 1 + attempt;
                file.writeBuffered(page, 1, generation);
                if (file.readDirect(page) != generation) {
                    stale++;
                }
            }
            return new Sight(stale, TRIES)
                    .answer(
                            "Direct readers see what buffered writers wrote; they wait for it to be written back.",
                            "A direct reader can miss what was written before: sync first.",
                            "each time a page was written buffered and read directly at once");
        }
    }
}
