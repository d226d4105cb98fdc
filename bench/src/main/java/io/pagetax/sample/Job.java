package io.pagetax.sample;

import io.pagetax.evidence.EvidenceLedger;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.evidence.Witness;
import io.pagetax.latency.LatencyLedger;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.latency.LatencySample;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.testfile.CacheConditioner;
import io.pagetax.workload.Region;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thread's share of a workload: its region of the file, in passes that touch every block once.
 *
 * <p>A pass begins with the cache state set and checked, and ends with it looked at again; between batches of {@value
 * Workload#BATCH} operations there is room for that, outside of everything that is timed. How a batch is carried out is
 * left to {@link Batch}; at the end of a pass nothing is in flight.
 *
 * <p><b>Bound to the thread that constructs it.</b>
 */
public final class Job implements AutoCloseable {

    private final Workload workload;
    private final Region region;
    private final Batch batch;
    private final CacheConditioner conditioner;
    private final Witness witness;
    private final LatencyRecorder recorder;
    private final LatencyRecorder unmeasured;
    private final long blockSize;
    private final long blocksInPass;

    private LatencyRecorder times;
    private long pass;
    private long blocksLeft;
    private long blocksDone;

    /**
     * Opens the file.
     *
     * @param file exists, and has the workload's size
     * @param index of the job, 0 to numjobs - 1
     * @param intervals of about a second that a sample will take
     */
    public Job(Workload workload, Path file, int index, int intervals) throws IOException {
        this(new Share(workload, file, index), Batch.open(workload, file, index), intervals);
    }

    /** Owns the batch. */
    Job(Share share, Batch batch, int intervals) throws IOException {
        this.workload = share.workload();
        this.region = share.region();
        this.blockSize = share.blockSize();
        this.batch = batch;
        this.blocksInPass = share.offsets().blocks();
        this.conditioner = new CacheConditioner(share.file(), workload, region, share.draw());
        this.witness = new Witness(
                workload, conditioner.pages(), conditioner.expectedResidentPages(), NativeMemory.pageSize());
        this.recorder = recorder(intervals);
        this.unmeasured = recorder(1);
        this.times = unmeasured;
    }

    private LatencyRecorder recorder(int intervals) {
        return workload.tellsHits() ? LatencyRecorder.telling(intervals) : new LatencyRecorder(intervals);
    }

    /** Begins a sample: sets the cache state, checks it, and forgets what was recorded before. */
    public void startSample() throws IOException {
        witness.startSample();
        recorder.start();
        startPass();
    }

    /** Begins a new pass if this one has no full batch left. To be called before each batch, outside the timed part. */
    public void beforeBatch() throws IOException {
        recorder.rotateIfDue(System.nanoTime());
        if (blocksLeft < Workload.BATCH) {
            endPass();
            startPass();
        }
    }

    /**
     * Completes {@value Workload#BATCH} operations.
     *
     * @param measured whether to record their times
     * @throws IOException if one fails or is short
     */
    public void runBatch(boolean measured) throws IOException {
        times = measured ? recorder : unmeasured;
        batch.run(times);
        blocksLeft -= Workload.BATCH;
        blocksDone += Workload.BATCH;
    }

    /** Ends the sample and leaves its times and evidence to the profilers. */
    public void endSample() throws IOException {
        LatencySample timed = end();
        LatencyLedger.publish(timed);
        EvidenceLedger.publish(witness.evidence(timed));
    }

    /** Ends a sample that is no part of the measurement; tells what was done in it. */
    SampleEvidence endUnpublished() throws IOException {
        return witness.evidence(end());
    }

    private LatencySample end() throws IOException {
        endPass();
        return recorder.finish();
    }

    private void startPass() throws IOException {
        pass++;
        if (workload.cache().isCached()) {
            conditioner.prepare(pass);
            batch.engine().warm(region.offset(), region.length());
        } else {
            batch.engine().release(region.offset(), region.length());
            conditioner.prepare(pass);
        }
        batch.startPass(pass);
        blocksLeft = blocksInPass;
        blocksDone = 0;
        witness.startPass(residency());
    }

    /** What is in flight belongs to the last batch: the slowest operations are those that are left over. */
    private void endPass() throws IOException {
        blocksDone += batch.drain(times);
        witness.endTimedPart(blocksDone, blocksDone * blockSize);
        witness.endPass(residency());
    }

    private @Nullable Residency residency() throws IOException {
        return conditioner.residency().orElse(null);
    }

    @Override
    public void close() throws IOException {
        try (batch;
                conditioner) {
            witness.close();
        }
    }
}
