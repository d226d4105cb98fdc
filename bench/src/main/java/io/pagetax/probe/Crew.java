package io.pagetax.probe;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Threads that work beside the caller until it {@linkplain #close lets them go}, which waits for them and throws the first
 * failure of any. <b>Not thread-safe.</b>
 */
final class Crew implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(Crew::daemon);
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Future<?>> members = new ArrayList<>();

    /** What a member does. */
    @FunctionalInterface
    interface Step {

        /** Does it once. */
        void run() throws IOException;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "probe-crew");
        // One that hangs in the kernel does not keep the process from ending.
        thread.setDaemon(true);
        return thread;
    }

    /** Has a step repeated until the crew is let go; returns when it was done once. */
    void repeat(Step step) throws IOException {
        CountDownLatch started = new CountDownLatch(1);
        members.add(threads.submit((Callable<Void>) () -> {
            try {
                do {
                    step.run();
                    started.countDown();
                } while (!over.get());
                return null;
            } finally {
                started.countDown();
            }
        }));
        try {
            started.await();
        } catch (InterruptedException interrupted) {
            throw interruption();
        }
    }

    /** Has something done once; it ends by itself, or when the crew {@linkplain #isOver is to end}. */
    void add(Callable<?> work) {
        members.add(threads.submit(work));
    }

    /** Whether the crew was let go. */
    boolean isOver() {
        return over.get();
    }

    private static void await(Future<?> member) throws IOException {
        try {
            member.get();
        } catch (InterruptedException interrupted) {
            throw interruption();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static InterruptedIOException interruption() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    @Override
    public void close() throws IOException {
        over.set(true);
        threads.shutdown();
        for (Future<?> member : members) {
            await(member);
        }
    }
}
