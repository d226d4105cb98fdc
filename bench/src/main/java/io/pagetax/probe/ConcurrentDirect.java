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
 * transfers of another thread end, or they wait for it; on another file, which shares no lock, they would not wait. On a
 * device that keeps the order of requests they would, and this tells nothing: then it is what the threads are seen waiting
 * for, and at last what is left of each thread's speed if both transfer pages, summed: 1 if they take turns, 2 if neither
 * hinders the other.
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

    /** Short transfers that end during a long one on another file, where no lock is shared: fewer tell nothing. */
    private static final int OVERTAKING = 8;

    /** The same on one file: where a lock is held it is the one that was under way, at times two. */
    private static final int UNLOCKED = 4;

    /** Where nothing else tells: between 1, in turns, and 2, at the same time. */
    private static final double PARALLEL = 1.2;

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
            return answer(
                    endedDuringLongWrite(file, first),
                    endedDuringLongWrite(file, elsewhere),
                    lockWaits(first, second),
                    speedsLeft(first, second));
        }
    }

    private static Answer answer(int ended, int endedElsewhere, LockWaits waits, double left) {
        boolean overtakes = endedElsewhere >= OVERTAKING;
        boolean parallel =
                overtakes ? ended >= UNLOCKED : waits.areForTheDevice() || (!waits.areForLocks() && left >= PARALLEL);
        return new Answer(
                String.format(Locale.ROOT, "%s:%.2f", parallel ? "parallel" : "serial", left),
                parallel
                        ? "One file is enough: threads do not wait for each other to end."
                        : "Threads take turns on a file: to use a fast device, use several files.",
                String.format(
                        Locale.ROOT,
                        "during a write of %d pages, %d transfers of a page of the same file ended, and %d of another file%s;"
                                + " %s; what is left of each thread's speed beside the other comes to %.2f (1: in turns, 2:"
                                + " neither hinders the other)",
                        LONG_PAGES,
                        ended,
                        endedElsewhere,
                        overtakes ? "" : ", so the device keeps their order",
                        waits,
                        left));
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

    /**
     * Short transfers that end while a long one goes on, in the third best of many tries: in some nobody comes to run
     * beside it, and in a few it had not got its lock yet.
     */
    private static int endedDuringLongWrite(ScratchFile file, Worker worker) throws IOException {
        int[] ended = new int[LONG_TRIES];
        try (AlignedBuffer memory = AlignedBuffer.allocate(LONG_PAGES * Site.PAGE)) {
            for (int attempt = 0; attempt < LONG_TRIES; attempt++) {
                ended[attempt] = endedDuring(memory, file, worker);
            }
        }
        Arrays.sort(ended);
        return ended[LONG_TRIES - THIRD];
    }

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
