package io.pagetax.evidence;

import io.pagetax.latency.BesideRecorder;
import io.pagetax.latency.LatencyLedger;
import io.pagetax.latency.LatencyProfiler;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does nothing but sleep a millisecond at a time, and notes by how much it wakes late: what stops it, such
 * as the scheduler, the hypervisor or a safepoint, stops the jobs, too. When it wakes, it also looks whether garbage was
 * collected meanwhile, so that collections stand on the same time line.
 *
 * @see <a href="https://github.com/giltene/jHiccup">jHiccup</a>, whose idea it is
 */
final class HiccupMeter implements ProcessMeter {

    private static final long SLEEP_NANOS = 1_000_000;

    /** Less is the ordinary slack of timers. */
    private static final long NOTED_NANOS = 1_000_000;

    private @Nullable Sleeper sleeper;

    @Override
    public void start() {
        sleeper = new Sleeper();
        sleeper.start();
    }

    @Override
    public void stop(SampleEvidence.Builder evidence) {
        Sleeper running = sleeper;
        if (running != null) {
            running.end();
            LatencyLedger.publishBeside(running.recorder.finish());
            LatencyLedger.publishBeside(running.collections.finishWithoutEmpty());
            evidence.put(Quantity.LONGEST_HICCUP_NANOS, running.longestNanos)
                    .put(Quantity.HICCUP_NANOS, running.notedNanos);
            sleeper = null;
        }
    }

    @Override
    public void close() {
        if (sleeper != null) {
            sleeper.end();
        }
    }

    /** Its numbers are read after it has been joined. */
    private static final class Sleeper extends Thread {

        private final List<GarbageCollectorMXBean> collectors =
                List.copyOf(ManagementFactory.getGarbageCollectorMXBeans());
        private final BesideRecorder recorder = new BesideRecorder(LatencyProfiler.HICCUP_TAG);
        private final BesideRecorder collections = new BesideRecorder(LatencyProfiler.COLLECTION_TAG);
        private volatile boolean ended;
        private long longestNanos;
        private long notedNanos;

        Sleeper() {
            super("pagetax-hiccups");
            setDaemon(true);
        }

        @Override
        public void run() {
            long previous = System.nanoTime();
            long collected = CollectionMeter.millis(collectors);
            while (!ended) {
                LockSupport.parkNanos(SLEEP_NANOS);
                long now = System.nanoTime();
                long late = Math.max(0, now - previous - SLEEP_NANOS);
                recorder.record(now, late);
                longestNanos = Math.max(longestNanos, late);
                notedNanos += late > NOTED_NANOS ? late : 0;
                previous = now;
                long collectedNow = CollectionMeter.millis(collectors);
                if (collectedNow > collected) {
                    collections.record(now, TimeUnit.MILLISECONDS.toNanos(collectedNow - collected));
                    collected = collectedNow;
                }
            }
        }

        void end() {
            ended = true;
            boolean interrupted = false;
            while (isAlive()) {
                try {
                    join();
                } catch (InterruptedException asked) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                currentThread().interrupt();
            }
        }
    }
}
