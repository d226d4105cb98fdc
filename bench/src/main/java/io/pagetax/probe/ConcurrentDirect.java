package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Whether two threads' direct I/O on different pages of one file goes on at the same time. While a long write goes on, short
 * transfers of another thread end, or they wait for it; {@link Signs} tells what else is looked at.
 */
enum ConcurrentDirect implements Probe {

    /** Two writers. */
    WRITES("concurrent-direct-writes", "two direct writers", true),

    /** A reader and a writer. */
    READ_WRITE("concurrent-direct-read-write", "a direct reader and a direct writer", false);

    /** No longer, so that it lies in one extent: ext4 locks out others where it does not. */
    private static final int LONG_PAGES = 1024;

    private static final int LONG_TRIES = 20;
    private static final int THIRD = 3;
    private static final int SHARE_PAGES = 256;
    private static final int PAGES = LONG_PAGES + 2 * SHARE_PAGES;
    private static final int ROUNDS = 5;
    private static final long TURN_MS = 40;

    /** Between short transfers, so that the long one gets its lock when it wants it. */
    private static final long GAP_NS = TimeUnit.MICROSECONDS.toNanos(30);

    /** At most; an odd number, so that one answer has more of them. */
    private static final int LOOKS = 3;

    private final boolean firstWrites;

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    ConcurrentDirect(String id, String threads, boolean firstWrites) {
        this.about = new About(
                id,
                "Do " + threads + " of one file go on at the same time?",
                "kernel fs: direct I/O under a shared or an exclusive inode lock; commit ed1128c2d0c8 (xfs, unaligned)");
        this.firstWrites = firstWrites;
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES);
                ScratchFile other = site.file(PAGES);
                Worker first = new Worker(file, LONG_PAGES, firstWrites);
                Worker second = new Worker(file, LONG_PAGES + SHARE_PAGES, true);
                Worker elsewhere = new Worker(other, LONG_PAGES, firstWrites)) {
            return answer(() -> look(file, first, second, elsewhere));
        }
    }

    /** Looks again where the signs are at odds, as on a disturbed machine; then what was seen more often is the answer. */
    private static Answer answer(Look look) throws IOException {
        List<Signs> seen = new ArrayList<>(List.of(look.once()));
        boolean settled = !seen.get(0).isDisputed();
        while (!settled) {
            seen.add(look.once());
            settled = seen.size() == LOOKS
                    || seen.get(0).isParallel() == seen.get(1).isParallel();
        }
        long parallel = seen.stream().filter(Signs::isParallel).count();
        boolean isParallel = 2 * parallel > seen.size();
        Signs told = seen.stream()
                .filter(signs -> signs.isParallel() == isParallel)
                .findFirst()
                .orElseThrow();
        return new Answer(
                String.format(Locale.ROOT, "%s:%.2f", isParallel ? "parallel" : "serial", told.speedLeft()),
                isParallel
                        ? "One file is enough: threads do not wait for each other to end."
                        : "Threads take turns on a file: to use a fast device, use several files.",
                String.format(
                        Locale.ROOT,
                        "during a write of %d pages, %s; parallel in %d of %d looks",
                        LONG_PAGES,
                        told,
                        parallel,
                        seen.size()));
    }

    /** Gathers all signs, in about a second. */
    @FunctionalInterface
    private interface Look {
        Signs once() throws IOException;
    }

    private static Signs look(ScratchFile file, Worker first, Worker second, Worker elsewhere) throws IOException {
        int[] ended = new int[LONG_TRIES];
        int[] endedElsewhere = new int[LONG_TRIES];
        try (AlignedBuffer memory = AlignedBuffer.allocate(LONG_PAGES * Site.PAGE)) {
            // By turns, so that who disturbs the one disturbs the other.
            for (int attempt = 0; attempt < LONG_TRIES; attempt++) {
                ended[attempt] = endedDuring(memory, file, first);
                endedElsewhere[attempt] = endedDuring(memory, file, elsewhere);
            }
        }
        return new Signs(
                thirdBest(ended), thirdBest(endedElsewhere), lockWaits(first, second), speedsLeft(first, second));
    }

    /** In some tries nobody comes to run beside the long write, and in a few it had not got its lock yet. */
    private static int thirdBest(int... ended) {
        Arrays.sort(ended);
        return ended[LONG_TRIES - THIRD];
    }

    private static LockWaits lockWaits(Worker first, Worker second) throws IOException {
        List<String> alone = new ArrayList<>(seen(first));
        alone.addAll(seen(second));
        return LockWaits.of(alone, seen(first, second));
    }

    private static List<String> seen(Worker... workers) throws IOException {
        try (Crew crew = new Crew()) {
            for (Worker worker : workers) {
                crew.add(() -> worker.work(crew::isOver));
            }
            return LockWaits.look(
                    Stream.of(workers).map(worker -> worker.subject).toList());
        }
    }

    private static double speedsLeft(Worker first, Worker second) throws IOException {
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double firstAlone = together(first)[0];
            double secondAlone = together(second)[0];
            double[] both = together(first, second);
            ratios[round] = both[0] / firstAlone + both[1] / secondAlone;
        }
        Arrays.sort(ratios);
        return ratios[ROUNDS / 2];
    }

    /** Short transfers that end while a long one goes on. */
    private static int endedDuring(AlignedBuffer memory, ScratchFile file, Worker worker) throws IOException {
        AtomicInteger ended = new AtomicInteger();
        try (Crew crew = new Crew()) {
            crew.repeat(() -> {
                worker.transfer(ended.getAndIncrement());
                long end = System.nanoTime() + GAP_NS;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            });
            int before = ended.get();
            file.direct().write(memory.address(), memory.length(), 0);
            return ended.get() - before;
        }
    }

    /** Operations of each thread in a unit of time while all of them work. */
    private static double[] together(Worker... workers) throws IOException {
        double[] rates = new double[workers.length];
        try (Crew crew = new Crew()) {
            for (int i = 0; i < workers.length; i++) {
                Worker worker = workers[i];
                int index = i;
                crew.add(() -> rates[index] = worker.work(crew::isOver));
            }
            Pause.ms(TURN_MS);
        }
        return rates;
    }

    /** A thread's share of the file, and its memory. */
    private static final class Worker implements AutoCloseable {

        private final ScratchFile file;
        private final int firstPage;
        private final boolean writes;
        private final AlignedBuffer memory;
        private final LockWaits.Subject subject = new LockWaits.Subject();

        Worker(ScratchFile file, int firstPage, boolean writes) throws NativeIoException {
            this.file = file;
            this.firstPage = firstPage;
            this.writes = writes;
            this.memory = AlignedBuffer.allocate(Site.PAGE);
        }

        double work(BooleanSupplier over) throws IOException {
            subject.begins();
            try {
                int done = 0;
                long start = System.nanoTime();
                while (!over.getAsBoolean()) {
                    transfer(done++);
                }
                return (double) done / (System.nanoTime() - start);
            } finally {
                subject.ends();
            }
        }

        void transfer(int number) throws NativeIoException {
            long offset = (long) (firstPage + number % SHARE_PAGES) * Site.PAGE;
            if (writes) {
                RawIo.write(file.direct(), memory.address(), Site.PAGE, offset);
            } else {
                RawIo.read(file.direct(), memory.address(), Site.PAGE, offset);
            }
        }

        @Override
        public void close() throws NativeIoException {
            memory.close();
        }
    }
}
