package io.pagetax.sample;

import io.pagetax.engine.IoEngine;
import io.pagetax.latency.LatencyLedger;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The loop of a {@link Job} around an engine that has no file: no cache state to set, nothing to witness. What remains is
 * what the harness adds to every operation. <b>Not thread-safe.</b>
 */
public final class LoopJob implements AutoCloseable {

    /** Bytes of an operation. */
    public static final int BLOCK_SIZE = 4096;

    /** As the profiles have it: as many offsets to draw from. */
    private static final Workload WORKLOAD =
            new Workload(Rw.RANDREAD, AccessPath.BUFFERED, CacheState.UNCACHED, BLOCK_SIZE, 256L << 20, 1, 42);

    private final Batch batch;
    private final LatencyRecorder recorder;
    private final LatencyRecorder unmeasured = new LatencyRecorder(1);
    private final long batchesInPass;

    private long pass;
    private long batchesLeft;

    /**
     * Owns the engine.
     *
     * @param engine of blocks of {@value #BLOCK_SIZE} bytes
     * @param intervals of about a second that a sample will take
     */
    public LoopJob(IoEngine engine, int intervals) {
        Share share = new Share(WORKLOAD, Path.of(engine.getClass().getSimpleName()), 0);
        this.batch = SyncBatch.over(engine, share);
        this.batchesInPass = share.blocksInBatches() / Workload.BATCH;
        this.recorder = new LatencyRecorder(intervals);
    }

    /** Begins a sample and forgets what was recorded before. */
    public void startSample() {
        recorder.start();
        startPass();
    }

    /** Begins a new pass if this one has no batch left. To be called before each batch, outside the timed part. */
    public void beforeBatch() {
        recorder.rotateIfDue(System.nanoTime());
        if (batchesLeft == 0) {
            startPass();
        }
    }

    private void startPass() {
        pass++;
        batch.startPass(pass);
        batchesLeft = batchesInPass;
    }

    /**
     * Completes {@value Workload#BATCH} operations.
     *
     * @param measured whether to record their times
     */
    public void runBatch(boolean measured) throws IOException {
        batch.run(measured ? recorder : unmeasured);
        batchesLeft--;
    }

    /** Ends the sample and leaves its times to the profiler. */
    public void endSample() {
        LatencyLedger.publish(recorder.finish());
    }

    @Override
    public void close() throws IOException {
        batch.close();
    }
}
