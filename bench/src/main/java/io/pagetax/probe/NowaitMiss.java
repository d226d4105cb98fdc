package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.RwFlags;
import java.io.IOException;

/** What a buffered read with RWF_NOWAIT does about pages that are not in the cache. */
enum NowaitMiss implements Probe {

    /** What it returns. */
    RETURNS(
            "nowait-miss",
            "What does a buffered read with RWF_NOWAIT return if the page is not cached?",
            "preadv2(2) RWF_NOWAIT: EAGAIN if data is not available at once") {
        @Override
        Answer answer(ScratchFile file, int again) {
            return again > 0
                    ? new Answer("again", "A hit can be told from a miss without waiting.", told(again))
                    : new Answer("reads", "RWF_NOWAIT does not tell hits from misses.", told(again));
        }
    },

    /** What it brings in. */
    POPULATES(
            "nowait-miss-populates",
            "How many pages does such a read bring into the cache all the same?",
            "kernel mm/filemap.c, filemap_get_pages: readahead is started before EAGAIN") {
        @Override
        Answer answer(ScratchFile file, int again) throws IOException {
            Pause.ms(SETTLE_MS);
            long pages = file.resident();
            return new Answer(
                    Long.toString(pages),
                    pages == 0
                            ? "Asking changes nothing."
                            : "Asking is no bystander: it starts readahead, and the next to ask finds a hit.",
                    pages + " pages were there " + SETTLE_MS + " ms after the last read; " + told(again));
        }
    };

    private static final int PAGES = 256;
    private static final int MIDDLE = 128;
    private static final long SETTLE_MS = 50;

    /** A device may be so fast that the page is there before the kernel looks for it again. */
    private static final int TRIES = 32;

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    NowaitMiss(String id, String question, String source) {
        this.about = new About(id, question, source);
    }

    private static String told(int again) {
        return again + " of " + TRIES + " reads of one page of a file, of which none was cached, returned EAGAIN";
    }

    @Override
    public About about() {
        return about;
    }

    abstract Answer answer(ScratchFile file, int again) throws IOException;

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES);
                AlignedBuffer memory = AlignedBuffer.allocate(Site.PAGE)) {
            long stay = file.evict();
            if (stay > 0) {
                return Answer.unasked(stay + " pages of the file cannot leave the cache, so there are no misses");
            }
            int again = 0;
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                file.evict();
                again += isAgain(file, memory) ? 1 : 0;
            }
            return answer(file, again);
        } catch (NativeIoException refused) {
            return Answer.refused(refused.errno(), "The flag is not known here.", "the call was refused");
        }
    }

    private static boolean isAgain(ScratchFile file, AlignedBuffer memory) throws NativeIoException {
        try {
            RawIo.read(file.buffered(), memory.address(), Site.PAGE, (long) MIDDLE * Site.PAGE, RwFlags.NOWAIT);
            return false;
        } catch (NativeIoException refused) {
            if (refused.errno() == Errno.EAGAIN) {
                return true;
            }
            throw refused;
        }
    }
}
