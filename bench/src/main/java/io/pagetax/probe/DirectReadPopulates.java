package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import java.io.IOException;
import java.util.OptionalLong;

/** Whether a direct read leaves what it read in the page cache. */
final class DirectReadPopulates implements Probe {

    private static final int PAGES = 64;

    @Override
    public About about() {
        return new About(
                "direct-read-populates",
                "Does a direct read bring pages into the page cache?",
                "open(2) O_DIRECT: \"file I/O is done directly to/from user-space buffers\"");
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES);
                AlignedBuffer memory = AlignedBuffer.allocate(PAGES * Site.PAGE)) {
            boolean accountSees = DeviceReads.areSeen(file);
            long stay = file.evict();
            if (stay > 0) {
                return Answer.unasked(stay + " pages of the file cannot leave the cache, so none can come");
            }
            file.direct().read(memory.address(), memory.length(), 0);
            long appeared = file.resident();
            OptionalLong fetched = DeviceReads.of(file::warm);
            String again = accountSees && fetched.isPresent()
                    ? "; a buffered read of the same then fetched " + fetched.getAsLong() + " bytes from the device"
                    : "";
            return Answer.yesOrNo(
                    appeared > 0,
                    "Direct reads push other files out of the cache as buffered reads do.",
                    "Direct reads leave the cache to others; read again, the data comes from the device again.",
                    appeared + " of " + PAGES + " pages appeared" + again);
        }
    }
}
