package io.pagetax.scheme.verify;

import java.util.ArrayList;
import java.util.List;

/** Threads that run beside each other until all have ended. */
final class Parallel {

    private Parallel() {}

    static void of(Runnable... bodies) {
        List<Thread> threads = new ArrayList<>();
        for (Runnable body : bodies) {
            threads.add(new Thread(body));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
