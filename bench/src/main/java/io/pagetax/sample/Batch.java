package io.pagetax.sample;

import io.pagetax.engine.Engine;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;

/** Carries out the operations of a pass, {@value Workload#BATCH} at a time. It owns its engine. <b>Not thread-safe.</b> */
interface Batch extends AutoCloseable {

    /** Begins a pass, which has as many batches as its blocks fill. To be called with nothing in flight. */
    void startPass(long pass);

    /**
     * Completes as many operations as a batch has, and records their times and the time on the clock.
     *
     * @throws IOException if one fails or is short
     */
    void run(LatencyRecorder times) throws IOException;

    /** Waits for what is still in flight and records it as {@link #run} does; returns how many operations that were. */
    int drain(LatencyRecorder times) throws IOException;

    /** What issues the operations. */
    Engine engine();

    @Override
    default void close() throws IOException {
        engine().close();
    }

    /** As a workload asks for it, on its share of the file. */
    static Batch open(Workload workload, Path file, int index) throws IOException {
        Share share = new Share(workload, file, index);
        if (workload.tellsHits()) {
            return ToldBatch.open(share);
        }
        return workload.ioengine().queues() ? QueuedBatch.open(share) : SyncBatch.open(share);
    }
}
