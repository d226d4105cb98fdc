package io.pagetax.sample;

import io.pagetax.engine.Engine;
import io.pagetax.engine.Engines;
import io.pagetax.engine.QueueEngine;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.testfile.BlockPattern;
import io.pagetax.workload.OffsetGenerator;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * As many operations at a time as the engine has slots, through a whole pass: it is filled when the pass begins, every
 * completion that is taken makes way for the next block at once, and it runs empty with the pass's last batch. Between
 * batches it stays full, and the clock goes on.
 *
 * <p>An operation's time runs from the moment it is queued to the moment its completion is taken; one stamp ends an
 * operation and begins the one that takes its slot.
 */
abstract class QueuedBatch implements Batch {

    final QueueEngine engine;
    private final Share share;
    private final OffsetGenerator offsets;
    private final long blockSize;
    private final long blocksInPass;
    private final long[] startedAt;
    private final long[] offsetOf;

    private long blocksToQueue;
    private int inFlight;
    private long lastStamp;

    private QueuedBatch(Share share, QueueEngine engine) {
        this.share = share;
        this.engine = engine;
        this.offsets = share.offsets();
        this.blockSize = share.blockSize();
        this.blocksInPass = share.blocksInBatches();
        this.startedAt = new long[engine.depth()];
        this.offsetOf = new long[engine.depth()];
    }

    static QueuedBatch open(Share share) throws IOException {
        return over(Engines.openQueue(share.workload(), share.file()), share);
    }

    /** Owns the engine. */
    static QueuedBatch over(QueueEngine engine, Share share) {
        return share.workload().rw().isWrite() ? new Writes(share, engine) : new Reads(share, engine);
    }

    /** Queues one operation. */
    abstract void queue(int slot, long offset);

    @Override
    public void startPass(long pass) {
        offsets.restart(pass);
        blocksToQueue = blocksInPass;
    }

    @Override
    public final void run(LatencyRecorder times) throws IOException {
        if (inFlight == 0) {
            fill();
        }
        long start = lastStamp;
        for (int i = 0; i < Workload.BATCH; i++) {
            complete(times);
        }
        times.busy(lastStamp - start);
    }

    private void fill() {
        lastStamp = System.nanoTime();
        for (int slot = 0; slot < startedAt.length && blocksToQueue > 0; slot++) {
            queueNext(slot);
        }
    }

    private void queueNext(int slot) {
        long offset = offsets.next();
        offsetOf[slot] = offset;
        startedAt[slot] = lastStamp;
        queue(slot, offset);
        blocksToQueue--;
        inFlight++;
    }

    private void complete(LatencyRecorder times) throws IOException {
        int slot = engine.nextSlot();
        while (slot == QueueEngine.NONE) {
            engine.submitAndWait(1);
            slot = engine.nextSlot();
        }
        lastStamp = System.nanoTime();
        inFlight--;
        times.record(lastStamp - startedAt[slot]);
        if (engine.result() != blockSize) {
            throw share.failure(offsetOf[slot], engine.result());
        }
        if (blocksToQueue > 0) {
            queueNext(slot);
        }
    }

    @Override
    public final int drain(LatencyRecorder times) throws IOException {
        blocksToQueue = 0;
        int waitedFor = inFlight;
        long start = lastStamp;
        while (inFlight > 0) {
            complete(times);
        }
        times.busy(lastStamp - start);
        return waitedFor;
    }

    @Override
    public final Engine engine() {
        return engine;
    }

    private static final class Reads extends QueuedBatch {

        Reads(Share share, QueueEngine engine) {
            super(share, engine);
        }

        @Override
        void queue(int slot, long offset) {
            engine.queueRead(slot, offset);
        }
    }

    /** Each slot's block is stamped with its place and pass before it is queued. */
    private static final class Writes extends QueuedBatch {

        private final BlockPattern pattern;
        private final ByteBuffer[] blocks;
        private final int length;
        private long pass;

        Writes(Share share, QueueEngine engine) {
            super(share, engine);
            this.pattern = share.pattern();
            this.length = share.blockSize();
            this.blocks = new ByteBuffer[engine.depth()];
            for (int slot = 0; slot < blocks.length; slot++) {
                blocks[slot] = engine.blocks()
                        .bytes()
                        .slice(engine.blockOffset(slot), length)
                        .order(ByteOrder.nativeOrder());
                pattern.fill(blocks[slot], length, share.region().offset(), 0);
            }
        }

        @Override
        public void startPass(long number) {
            super.startPass(number);
            pass = number;
        }

        @Override
        void queue(int slot, long offset) {
            pattern.stamp(blocks[slot], length, offset, pass);
            engine.queueWrite(slot, offset);
        }
    }
}
