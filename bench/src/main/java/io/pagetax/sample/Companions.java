package io.pagetax.sample;

import io.pagetax.engine.Engines;
import io.pagetax.engine.UnavailableException;
import io.pagetax.evidence.EvidenceLedger;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The threads that a workload has beside its measured jobs: at work from before a sample until after it. <b>Not
 * thread-safe</b>; it is told from one thread when to start and when to stop.
 */
public final class Companions {

    private final Workload workload;
    private final Path file;
    private List<Worker> workers = List.of();

    /**
     * Starts nothing yet.
     *
     * @param file exists, and has the workload's size
     */
    public Companions(Workload workload, Path file) {
        this.workload = workload;
        this.file = file;
    }

    /**
     * Why a workload can't have its company on a file, found by trying.
     *
     * @return empty if it can, or has none
     * @throws IOException for errors that say nothing of support
     */
    public static Optional<String> unavailabilityCause(Workload workload, Path file) throws IOException {
        if (workload.company().isNone()) {
            return Optional.empty();
        }
        if (!workload.company().changesFile()) {
            return Engines.unavailabilityCause(workload.companion(), file);
        }
        try (FileChange change = FileChange.open(workload, file)) {
            change.runBatch();
            change.end();
            return Optional.empty();
        } catch (UnavailableException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }

    /** Begins a sample: returns when all of them are at work. What one of them failed with is thrown by {@link #stop()}. */
    public void start() throws IOException {
        workers = IntStream.range(0, workload.company().jobs())
                .mapToObj(Worker::new)
                .toList();
        workers.forEach(Worker::start);
        for (Worker worker : workers) {
            worker.awaitBegin();
        }
    }

    /**
     * Ends the sample and leaves what they did to the profilers.
     *
     * @throws IOException if one of them failed
     */
    public void stop() throws IOException {
        workers.forEach(Worker::finish);
        List<SampleEvidence> told = new ArrayList<>();
        for (Worker worker : workers) {
            told.add(worker.result());
        }
        workers = List.of();
        EvidenceLedger.publishCompany(told);
    }

    /** A daemon, since a fork whose measured jobs failed does not stop it. */
    private final class Worker implements Runnable {

        private final int index;
        private final Thread thread;
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile boolean finished;
        private @Nullable SampleEvidence evidence;
        private @Nullable IOException failure;

        Worker(int index) {
            this.index = index;
            thread = new Thread(this, "beside-" + index);
            thread.setDaemon(true);
        }

        @Override
        public void run() {
            try (Companion companion = Companion.open(workload, file, index)) {
                companion.start();
                begun.countDown();
                while (!finished) {
                    companion.runBatch();
                }
                evidence = companion.end();
            } catch (IOException failed) {
                failure = failed;
            } finally {
                begun.countDown();
            }
        }

        void start() {
            thread.start();
        }

        void awaitBegin() throws IOException {
            try {
                begun.await();
            } catch (InterruptedException stopped) {
                throw interruption();
            }
        }

        void finish() {
            finished = true;
        }

        SampleEvidence result() throws IOException {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                throw interruption();
            }
            if (failure != null) {
                throw new IOException("beside the measured jobs: " + failure.getMessage(), failure);
            }
            if (evidence == null) {
                throw new IllegalStateException("a thread beside the measured jobs ended without a word");
            }
            return evidence;
        }

        private InterruptedIOException interruption() {
            Thread.currentThread().interrupt();
            return new InterruptedIOException("interrupted while waiting for " + thread.getName());
        }
    }
}
