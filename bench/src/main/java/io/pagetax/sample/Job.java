package io.pagetax.sample;

import io.pagetax.engine.Engines;
import io.pagetax.engine.IoEngine;
import io.pagetax.evidence.EvidenceLedger;
import io.pagetax.evidence.Witness;
import io.pagetax.latency.LatencyLedger;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.testfile.BlockPattern;
import io.pagetax.testfile.CacheConditioner;
import io.pagetax.workload.OffsetGenerator;
import io.pagetax.workload.Region;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thread's share of a workload: its region of the file, in passes that touch every block once.
 *
 * <p>A pass begins with the cache state set and checked, and ends with it looked at again; between batches of {@value
 * Workload#BATCH} operations there is room for that, outside of everything that is timed. Inside a batch each stamp of
 * the clock ends one operation and begins the next, so no time is lost between them and none is counted twice.
 *
 * <p><b>Bound to the thread that constructs it.</b>
 */
public final class Job implements AutoCloseable {

    private static final int BATCH = Workload.BATCH;

    private final Workload workload;
    private final Path file;
    private final Region region;
    private final IoEngine engine;
    private final CacheConditioner conditioner;
    private final Witness witness;
    private final OffsetGenerator offsets;
    private final LatencyRecorder recorder;
    private final LatencyRecorder unmeasured = new LatencyRecorder(1);
    private final BlockPattern pattern;
    private final long blockSize;

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
    public Job(Workload workload, Path file, int index, int intervals) throws NativeIoException {
        this.workload = workload;
        this.file = file;
        this.region = workload.region(index);
        this.blockSize = workload.blockSizeBytes();
        long seed = workload.seed() + index;
        this.engine = Engines.open(workload, file);
        this.conditioner = new CacheConditioner(file, region, workload.cache(), workload.blockSizeBytes(), seed);
        this.witness = new Witness(conditioner.pages(), conditioner.expectedResidentPages(), NativeMemory.pageSize());
        this.offsets = OffsetGenerator.of(workload.rw(), region, workload.blockSizeBytes(), seed);
        this.recorder = new LatencyRecorder(intervals);
        this.pattern = BlockPattern.of(file);
        pattern.fill(engine.block().bytes(), workload.blockSizeBytes(), region.offset(), 0);
    }

    /** Begins a sample: sets the cache state, checks it, and forgets what was recorded before. */
    public void startSample() throws NativeIoException {
        witness.startSample();
        recorder.start();
        startPass();
    }

    /** Begins a new pass if this one has no full batch left. To be called before each batch, outside the timed part. */
    public void beforeBatch() throws NativeIoException {
        recorder.rotateIfDue(System.nanoTime());
        if (blocksLeft < BATCH) {
            endPass();
            startPass();
        }
    }

    /**
     * Reads {@value Workload#BATCH} blocks.
     *
     * @param measured whether to record their times
     * @throws IOException if one fails or is short
     */
    public void readBatch(boolean measured) throws IOException {
        LatencyRecorder times = measured ? recorder : unmeasured;
        long previous = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
            long offset = offsets.next();
            long result = engine.read(offset);
            long now = System.nanoTime();
            times.record(now - previous);
            previous = now;
            if (result != blockSize) {
                throw failure(offset, result);
            }
        }
        countBatch();
    }

    /**
     * Writes {@value Workload#BATCH} blocks, each stamped with its place; see {@link #readBatch}.
     *
     * @param measured whether to record their times
     */
    public void writeBatch(boolean measured) throws IOException {
        LatencyRecorder times = measured ? recorder : unmeasured;
        long previous = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
            long offset = offsets.next();
            pattern.stamp(engine.block().bytes(), engine.block().length(), offset, pass);
            long result = engine.write(offset);
            long now = System.nanoTime();
            times.record(now - previous);
            previous = now;
            if (result != blockSize) {
                throw failure(offset, result);
            }
        }
        countBatch();
    }

    private void countBatch() {
        blocksLeft -= BATCH;
        blocksDone += BATCH;
    }

    private IOException failure(long offset, long result) {
        String call = Engines.callName(workload);
        return result < 0
                ? new NativeIoException(call, file, offset, blockSize, result)
                : new IOException(call + "(" + file + ", off=" + offset + ", len=" + blockSize + "): short, " + result
                        + " bytes");
    }

    /** Ends the sample and leaves its times and evidence to the profilers. */
    public void endSample() throws NativeIoException {
        endPass();
        LatencyLedger.publish(recorder.finish());
        EvidenceLedger.publish(witness.evidence());
    }

    private void startPass() throws NativeIoException {
        pass++;
        if (workload.cache().isCached()) {
            conditioner.prepare(pass);
            engine.warm(region.offset(), region.length());
        } else {
            engine.release(region.offset(), region.length());
            conditioner.prepare(pass);
        }
        offsets.restart(pass);
        blocksLeft = region.length() / blockSize;
        blocksDone = 0;
        witness.startPass(residentPages());
    }

    private void endPass() throws NativeIoException {
        witness.endTimedPart(blocksDone * blockSize);
        witness.endPass(residentPages());
    }

    private @Nullable Long residentPages() throws NativeIoException {
        return conditioner.residency().map(Residency::resident).orElse(null);
    }

    @Override
    public void close() throws NativeIoException {
        try (engine;
                conditioner) {
            witness.close();
        }
    }
}
