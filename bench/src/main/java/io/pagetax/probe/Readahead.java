package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Advice;
import java.io.IOException;

/** Pages that one buffered read of 4 KiB brings in. */
enum Readahead implements Probe {

    /** Without advice. */
    DEFAULT("readahead-default", Advice.POSIX_FADV_NORMAL, ""),

    /** With POSIX_FADV_RANDOM. */
    RANDOM("readahead-random", Advice.POSIX_FADV_RANDOM, ", with POSIX_FADV_RANDOM");

    private static final int PAGES = 1024;
    private static final int MIDDLE = 512;
    private static final int READ_LENGTH = 4096;

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    private final int advice;

    Readahead(String id, int advice, String how) {
        this.about = new About(
                id,
                "How many pages does one buffered read of 4 KiB at the start of a file bring into the cache" + how
                        + "?",
                "readahead(2), posix_fadvise(2); read_ahead_kb of the device; kernel mm/readahead.c");
        this.advice = advice;
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES)) {
            long stay = file.evict();
            if (stay > 0) {
                return Answer.unasked(stay + " pages of the file cannot leave the cache, so none can come");
            }
            long start = broughtIn(file, 0);
            file.evict();
            long middle = broughtIn(file, MIDDLE);
            return new Answer(
                    Long.toString(start),
                    start <= 1
                            ? "A miss reads what was asked for."
                            : "A miss reads and keeps " + start + " times as much as was asked for.",
                    start + " pages by a read at the start of a file, " + middle + " by a read in its middle, each on a"
                            + " descriptor just opened");
        }
    }

    private long broughtIn(ScratchFile file, int page) throws IOException {
        try (LinuxFile fresh = LinuxFile.open(file.path(), OpenFlag.RDONLY);
                AlignedBuffer memory = AlignedBuffer.allocate(READ_LENGTH)) {
            fresh.advise(0, 0, advice);
            fresh.read(memory.address(), READ_LENGTH, (long) page * Site.PAGE);
            return file.resident();
        }
    }
}
