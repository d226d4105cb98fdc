package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.syscall.NativeMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/**
 * Whether those who read through the cache see what a direct write has written once it has returned; first alone, then
 * while another thread reads the same page all the time and so brings it back into the cache in mid-write.
 */
enum ReadSeesDirectWrite implements Probe {

    /** By read(2). */
    BUFFERED("buffered-read-sees-direct-write", "a buffered read") {
        @Override
        Answer look(ScratchFile file) throws IOException {
            try (AlignedBuffer memory = AlignedBuffer.allocate(Site.PAGE)) {
                return overwrite(
                        file, () -> file.readBuffered(0), () -> file.buffered().read(memory.address(), Site.PAGE, 0));
            }
        }
    },

    /** By a shared mapping. */
    MAPPED("mapped-read-sees-direct-write", "a look at a shared mapping") {
        @Override
        Answer look(ScratchFile file) throws IOException {
            try (FileMapping mapping = FileMapping.readOnly(file.buffered(), Site.PAGE)) {
                ByteBuffer page = NativeMemory.view(mapping.address(), Site.PAGE);
                return overwrite(
                        file,
                        () -> Content.generation(page, 0, Site.PAGE, 0),
                        () -> Content.generation(page, 0, Site.PAGE, 0));
            }
        }
    };

    private static final int PAGES = 16;
    private static final int ALONE = 64;
    private static final int RACE_TRIES = 4000;
    private static final long RACE_NS = TimeUnit.MILLISECONDS.toNanos(300);

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    ReadSeesDirectWrite(String id, String reader) {
        this.about = new About(
                id,
                "Does " + reader + " see what a direct write wrote before?",
                "open(2) O_DIRECT advises against mixing; kernel mm/filemap.c, generic_file_direct_write, invalidates before"
                        + " and after the write; commit 332391a9935d");
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES)) {
            file.warm();
            return look(file);
        }
    }

    abstract Answer look(ScratchFile file) throws IOException;

    /**
     * Overwrites the first page again and again.
     *
     * @param look of who writes
     * @param other what another thread does meanwhile
     */
    private static Answer overwrite(ScratchFile file, Look look, Crew.Step other) throws IOException {
        Sight alone = write(file, 0, look, ALONE);
        Sight raced;
        try (Crew crew = new Crew()) {
            crew.repeat(other);
            raced = write(file, ALONE, look, RACE_TRIES);
        }
        boolean never = alone.stale() == alone.tries();
        return (never ? alone : new Sight(alone.stale() + raced.stale(), alone.tries() + raced.tries()))
                .answer(
                        "Cached readers see direct writes at once, even if others read at the same time.",
                        "Cached readers can see old data after a direct write has returned: do not mix the two.",
                        "alone " + alone.stale() + " of " + alone.tries() + ", with another reader of the page "
                                + raced.stale() + " of " + raced.tries());
    }

    /** Looks at the first page and tells its generation. */
    @FunctionalInterface
    interface Look {
        /** Looks. */
        int generation() throws IOException;
    }

    private static Sight write(ScratchFile file, int written, Look look, int most) throws IOException {
        long end = System.nanoTime() + RACE_NS;
        long stale = 0;
        int tries = 0;
        while (tries < most && (tries == 0 || System.nanoTime() < end)) {
            int generation = ScratchFile.FIRST_GENERATION + written + ++tries;
            file.writeDirect(0, 1, generation);
            if (look.generation() != generation) {
                stale++;
            }
        }
        return new Sight(stale, tries);
    }
}
