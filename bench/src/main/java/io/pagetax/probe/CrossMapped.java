package io.pagetax.probe;

import java.io.IOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Two direct transfers at once, each with a mapping of the file of the other as its memory, at the same pages: each may
 * hold what the other's fault wants.
 */
enum CrossMapped implements Probe {

    /** S3. */
    READ("cross-mapped-read", "reads"),

    /** S3w. */
    WRITE("cross-mapped-write", "writes");

    private static final int PAGES = 16;
    private static final int PLACE = 4;
    private static final int ROUNDS = 200;
    private static final long END_NS = TimeUnit.MILLISECONDS.toNanos(250);

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    CrossMapped(String id, String transfers) {
        this.about = new About(
                id,
                "What becomes of two direct " + transfers
                        + " at once, each with a mapping of the other's page as its memory?",
                "J. Kara, 19 December 2019, 20191219113620.GB24349@quack2.suse.cz: two files, two locks, either order");
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (MappedFile first = MappedFile.create(site, PAGES);
                MappedFile second = MappedFile.create(site, PAGES)) {
            Outcomes outcomes = new Outcomes();
            long end = System.nanoTime() + END_NS;
            int rounds = 0;
            while (rounds < ROUNDS && System.nanoTime() < end) {
                first.cool();
                second.cool();
                CyclicBarrier start = new CyclicBarrier(2);
                try (Crew crew = new Crew()) {
                    crew.add(() -> transfer(first, second, start, outcomes));
                    crew.add(() -> transfer(second, first, start, outcomes));
                }
                requireData(first, outcomes);
                requireData(second, outcomes);
                rounds++;
            }
            String word = outcomes.word();
            return new Answer(
                    word, SelfMapped.meaning(word), outcomes.detail() + ", in " + rounds + " rounds of two threads");
        }
    }

    /** Both files hold the same, so that whoever comes first, nothing changes. */
    private static void requireData(MappedFile mapped, Outcomes outcomes) {
        int generation = Content.generation(mapped.bytes(), PLACE * Site.PAGE, Site.PAGE, (long) PLACE * Site.PAGE);
        if (generation != ScratchFile.FIRST_GENERATION) {
            outcomes.wrongData("wrong-data");
        }
    }

    private Void transfer(MappedFile own, MappedFile other, CyclicBarrier start, Outcomes outcomes)
            throws IOException, InterruptedException, BrokenBarrierException, TimeoutException {
        start.await(1, TimeUnit.SECONDS);
        outcomes.add(
                Site.PAGE,
                () -> this == READ
                        ? RawIo.read(own.file().direct(), other.address(PLACE), Site.PAGE, (long) PLACE * Site.PAGE)
                        : RawIo.write(own.file().direct(), other.address(PLACE), Site.PAGE, (long) PLACE * Site.PAGE));
        return null;
    }
}
