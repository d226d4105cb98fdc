package io.pagetax.probe;

import java.io.IOException;

/** Whether writes of an O_DIRECT descriptor go past the page cache. */
final class DirectWriteIsDirect implements Probe {

    private static final int PAGES = 512;
    private static final int WRITE_PAGES = 4;

    @Override
    public About about() {
        return new About(
                "direct-write-is-direct",
                "Do writes with O_DIRECT go past the page cache, where data was written before?",
                "open(2) O_DIRECT; kernel commit 968f19c5b1b7 (btrfs falls back to buffered writes for checksummed data,"
                        + " 6.15)");
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES)) {
            Route route = Route.ofWrites(
                    file,
                    () -> {
                        for (int page = 0; page < PAGES; page += WRITE_PAGES) {
                            file.writeDirect(page, WRITE_PAGES, ScratchFile.FIRST_GENERATION + 1);
                        }
                    },
                    PAGES);
            return answer(route, "writes");
        }
    }

    static Answer answer(Route route, String transfers) {
        return route.way() == Route.Way.DIRECT
                ? new Answer("direct", "O_DIRECT does for " + transfers + " what its name says.", route.detail())
                : new Answer(
                        "buffered",
                        "O_DIRECT buys nothing for " + transfers
                                + ": they are copied through the page cache, whatever the flag says.",
                        route.detail());
    }
}
