package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * S5: direct reads into memory that has to be faulted in, while a second thread of the process faults on a mapping of the
 * same file and a third one maps and unmaps all the time. A fault of the first may have to queue behind the third, which
 * waits for the second, which waits for what the first holds.
 */
final class MmapLockQueue implements Probe {

    private static final int PAGES = 64;
    private static final int READ_PAGES = 8;
    private static final int ROUNDS = 400;
    private static final long END_NS = TimeUnit.MILLISECONDS.toNanos(250);

    @Override
    public About about() {
        return new About(
                "mmap-lock-queue",
                "What becomes of direct reads into cold memory while other threads fault on the file and call mmap?",
                "J. Kara, 19 December 2019, 20191219113620.GB24349@quack2.suse.cz: mmap_lock between two locks of a file");
    }

    @Override
    public Answer ask(Site site) throws IOException {
        Outcomes outcomes = new Outcomes();
        long end = System.nanoTime() + END_NS;
        int rounds = 0;
        try (MappedFile mapped = MappedFile.create(site, PAGES);
                MappedFile cold = MappedFile.create(site, READ_PAGES);
                Crew crew = new Crew()) {
            crew.repeat(() -> {
                mapped.cool();
                Content.generation(mapped.bytes(), 0, PAGES * Site.PAGE, 0);
            });
            crew.repeat(() -> AlignedBuffer.allocate(Site.PAGE).close());
            while (rounds < ROUNDS && System.nanoTime() < end) {
                cold.cool();
                read(mapped, rounds % (PAGES / READ_PAGES) * READ_PAGES, cold, outcomes);
                rounds++;
            }
        }
        String word = outcomes.word();
        return new Answer(
                word,
                SelfMapped.meaning(word),
                outcomes.detail() + ", beside a thread that faults on the file and one that calls mmap and munmap");
    }

    /** From another page than the last time, so that what stayed in the memory is not taken for what was read. */
    private static void read(MappedFile mapped, int page, MappedFile cold, Outcomes outcomes) throws IOException {
        int length = READ_PAGES * Site.PAGE;
        long offset = (long) page * Site.PAGE;
        outcomes.add(length, () -> RawIo.read(mapped.file().direct(), cold.address(0), length, offset));
        if (Content.generation(cold.bytes(), 0, length, offset) != ScratchFile.FIRST_GENERATION) {
            outcomes.wrongData("wrong-data");
        }
    }
}
