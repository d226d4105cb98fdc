package io.pagetax.probe;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Direct I/O whose memory is a mapping of the very file, of a page that is not resident: pinning it faults, and the fault
 * wants from the file what the I/O may hold.
 */
enum SelfMapped implements Probe {

    /** S1. */
    READ("self-mapped-read", "read of a page into a mapping of the same page", false, false),

    /** S2. */
    READ_OTHER_PAGE("self-mapped-read-other-page", "read of a page into a mapping of another page", false, true),

    /** S4=. */
    WRITE("self-mapped-write", "write of a page from a mapping of the same page", true, false),

    /** S4≠. */
    WRITE_OTHER_PAGE("self-mapped-write-other-page", "write of a page from a mapping of another page", true, true);

    private static final int PAGES = 64;
    private static final int PLACE = 16;
    private static final int OTHER_PLACE = 40;
    private static final int ROUNDS = 24;
    private static final int[] LENGTHS_IN_PAGES = {1, 8};

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    private final boolean write;
    private final boolean other;

    SelfMapped(String id, String transfer, boolean write, boolean other) {
        this.about = new About(
                id,
                "What becomes of a direct " + transfer + " of the file?",
                "D. Chinner, 11 January 2019, 20190110214427.GK27534@dastard: schemes that hold what the fault wants"
                        + " deadlock");
        this.write = write;
        this.other = other;
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (MappedFile mapped = MappedFile.create(site, PAGES)) {
            Outcomes outcomes = new Outcomes();
            long stay = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (int pages : LENGTHS_IN_PAGES) {
                    stay = Math.max(stay, mapped.cool());
                    transfer(mapped, pages, outcomes);
                }
            }
            String word = outcomes.word();
            return new Answer(
                    word,
                    meaning(word),
                    outcomes.detail() + ", with transfers of " + LENGTHS_IN_PAGES[0] + " and of " + LENGTHS_IN_PAGES[1]
                            + " pages; pages that stayed resident: " + stay);
        }
    }

    private void transfer(MappedFile mapped, int pages, Outcomes outcomes) throws IOException {
        int memory = other ? OTHER_PLACE : PLACE;
        long offset = (long) PLACE * Site.PAGE;
        long length = (long) pages * Site.PAGE;
        outcomes.add(
                length,
                () -> write
                        ? RawIo.write(mapped.file().direct(), mapped.address(memory), length, offset)
                        : RawIo.read(mapped.file().direct(), mapped.address(memory), length, offset));
        ByteBuffer bytes = mapped.bytes();
        int read = write ? PLACE : memory;
        int origin = write ? memory : PLACE;
        if (Content.generation(bytes, read * Site.PAGE, (int) length, (long) origin * Site.PAGE)
                != ScratchFile.FIRST_GENERATION) {
            outcomes.wrongData("wrong-data");
        }
        restore(mapped, read, pages);
    }

    private static void restore(MappedFile mapped, int page, int pages) throws IOException {
        mapped.file().writeBuffered(page, pages, ScratchFile.FIRST_GENERATION);
    }

    static String meaning(String word) {
        if (word.startsWith("completes")) {
            return "It works: the fault takes no lock that the I/O holds, or the kernel tries again.";
        }
        if (word.startsWith("error")) {
            return "The kernel gets out of it with an error: copy through memory of your own.";
        }
        if (word.startsWith("partial")) {
            return "Less is done than was asked for: go on from there.";
        }
        return "The data is not what was written: copy through memory of your own.";
    }
}
