package io.pagetax.probe;

import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.NativeMemory;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Whether posix_fadvise(POSIX_FADV_DONTNEED) drops pages, by the state that they are in. */
enum FadviseEvicts implements Probe {

    /** As on the device, and mapped by nobody. */
    CLEAN("clean", "A program that knows that it needs a file no more can give its pages back.") {
        @Override
        long left(ScratchFile file) throws IOException {
            file.warm();
            return dropped(file);
        }
    },

    /** Not written back yet. */
    DIRTY("dirty", "It writes back and drops in one go.") {
        @Override
        long left(ScratchFile file) throws IOException {
            file.writeBuffered(0, PAGES, ScratchFile.FIRST_GENERATION + 1);
            long left = dropped(file);
            file.buffered().sync();
            return left;
        }
    },

    /** In the page tables of a process. */
    MAPPED("mapped", "Mapped pages can be dropped, too.") {
        @Override
        long left(ScratchFile file) throws IOException {
            try (FileMapping mapping = FileMapping.readOnly(file.buffered(), (long) PAGES * Site.PAGE)) {
                ByteBuffer bytes = NativeMemory.view(mapping.address(), PAGES * Site.PAGE);
                Content.generation(bytes, 0, PAGES * Site.PAGE, 0);
                return dropped(file);
            }
        }
    };

    /** So many that writing them back takes longer than the call wherever it does not wait. */
    private static final int PAGES = 2048;

    private static final int REPEATS = 8;

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    private final String ifYes;

    FadviseEvicts(String state, String ifYes) {
        this.about = new About(
                "fadvise-evicts-" + state,
                "Does posix_fadvise(POSIX_FADV_DONTNEED) drop " + state + " pages?",
                "posix_fadvise(2): pages that are not written back are unaffected, sync first; mapped ones are not"
                        + " mentioned");
        this.ifYes = ifYes;
    }

    /** Brings all pages into the state, advises, and tells how many pages are left. */
    abstract long left(ScratchFile file) throws IOException;

    private static long dropped(ScratchFile file) throws IOException {
        file.buffered().advise(0, 0, Advice.POSIX_FADV_DONTNEED);
        return file.resident();
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES)) {
            long most = 0;
            long least = PAGES;
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                file.evict();
                long left = left(file);
                most = Math.max(most, left);
                least = Math.min(least, left);
            }
            return Answer.yesOrNo(
                    most == 0,
                    ifYes,
                    "Look at what is left: some pages stay, and asking again later may help.",
                    "from " + least + " to " + most + " of " + PAGES + " pages were left, of " + REPEATS + " times");
        }
    }
}
