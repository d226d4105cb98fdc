package io.pagetax.probe;

import java.io.IOException;
import java.util.OptionalLong;

/** Whether the cached pages of what is written directly are dropped. */
final class DirectWriteInvalidates implements Probe {

    private static final int PAGES = 64;
    private static final int FIRST = 16;
    private static final int COUNT = 4;

    @Override
    public About about() {
        return new About(
                "direct-write-invalidates",
                "Does a direct write drop the cached pages of what it writes?",
                "kernel mm/filemap.c, kiocb_invalidate_pages; commit 54752de928c4 (writes invalidate, reads do not)");
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES)) {
            boolean accountSees = DeviceReads.areSeen(file);
            file.warmSinglePages();
            file.writeDirect(FIRST, COUNT, ScratchFile.FIRST_GENERATION + 1);
            long left = file.resident(FIRST, COUNT);
            OptionalLong fetched = DeviceReads.of(() -> file.readBuffered(FIRST));
            String again = accountSees && fetched.isPresent()
                    ? "; a buffered read of the first then fetched " + fetched.getAsLong() + " bytes from the device"
                    : "";
            return Answer.yesOrNo(
                    left == 0,
                    "Whoever reads through the cache after a direct write fetches from the device again.",
                    "Pages stay in the cache over a direct write; whether they are right, others of these questions tell.",
                    left + " of " + COUNT + " cached pages were there after a direct write to all of them" + again);
        }
    }
}
