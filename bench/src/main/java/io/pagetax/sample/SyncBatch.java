package io.pagetax.sample;

import io.pagetax.engine.Engine;
import io.pagetax.engine.Engines;
import io.pagetax.engine.IoEngine;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.testfile.BlockPattern;
import io.pagetax.workload.OffsetGenerator;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One operation after the other. Each stamp of the clock ends one and begins the next, so no time is lost between them
 * and none is counted twice.
 */
abstract class SyncBatch implements Batch {

    final IoEngine engine;
    private final Share share;
    private final OffsetGenerator offsets;
    private final long blockSize;

    private SyncBatch(Share share, IoEngine engine) {
        this.share = share;
        this.engine = engine;
        this.offsets = share.offsets();
        this.blockSize = share.blockSize();
    }

    static SyncBatch open(Share share) throws IOException {
        return over(Engines.open(share.workload(), share.file()), share);
    }

    /** Owns the engine. */
    static SyncBatch over(IoEngine engine, Share share) {
        return share.workload().rw().isWrite() ? new Writes(share, engine) : new Reads(share, engine);
    }

    /** Issues one operation; returns its bytes, or a negative error number. */
    abstract long issue(long offset);

    @Override
    public void startPass(long pass) {
        offsets.restart(pass);
    }

    @Override
    public final void run(LatencyRecorder times) throws IOException {
        long start = System.nanoTime();
        long previous = start;
        for (int i = 0; i < Workload.BATCH; i++) {
            long offset = offsets.next();
            long result = issue(offset);
            long now = System.nanoTime();
            times.record(now - previous);
            previous = now;
            if (result != blockSize) {
                throw share.failure(offset, result);
            }
        }
        times.busy(previous - start);
    }

    @Override
    public final int drain(LatencyRecorder times) {
        return 0;
    }

    @Override
    public final Engine engine() {
        return engine;
    }

    private static final class Reads extends SyncBatch {

        Reads(Share share, IoEngine engine) {
            super(share, engine);
        }

        @Override
        long issue(long offset) {
            return engine.read(offset);
        }
    }

    /** Each block is stamped with its place and pass. */
    private static final class Writes extends SyncBatch {

        private final BlockPattern pattern;
        private final ByteBuffer block;
        private final int length;
        private long pass;

        Writes(Share share, IoEngine engine) {
            super(share, engine);
            this.pattern = share.pattern();
            this.block = engine.block().bytes();
            this.length = share.blockSize();
            pattern.fill(block, length, share.region().offset(), 0);
        }

        @Override
        public void startPass(long number) {
            super.startPass(number);
            pass = number;
        }

        @Override
        long issue(long offset) {
            pattern.stamp(block, length, offset, pass);
            return engine.write(offset);
        }
    }
}
