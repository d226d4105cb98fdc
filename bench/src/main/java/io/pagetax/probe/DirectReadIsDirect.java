package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import java.io.IOException;

/** Whether reads of an O_DIRECT descriptor go past the page cache. */
final class DirectReadIsDirect implements Probe {

    private static final int PAGES = 512;
    private static final int READ_PAGES = 4;

    @Override
    public About about() {
        return new About(
                "direct-read-is-direct",
                "Do reads with O_DIRECT go past the page cache?",
                "open(2) O_DIRECT: \"try to minimize cache effects\", no promise");
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES);
                AlignedBuffer memory = AlignedBuffer.allocate(READ_PAGES * Site.PAGE)) {
            Route route = Route.ofReads(
                    file,
                    () -> {
                        for (int page = 0; page < PAGES; page += READ_PAGES) {
                            file.direct().read(memory.address(), memory.length(), (long) page * Site.PAGE);
                        }
                    },
                    (long) PAGES * Site.PAGE);
            return DirectWriteIsDirect.answer(route, "reads");
        }
    }
}
