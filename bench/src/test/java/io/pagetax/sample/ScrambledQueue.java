package io.pagetax.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.engine.Engines;
import io.pagetax.engine.IoEngine;
import io.pagetax.engine.QueueEngine;
import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A queue without a kernel's: what was handed over completes in random order and random portions, each operation by one
 * real call at the moment of its completion. It notes what it was asked for.
 */
final class ScrambledQueue implements QueueEngine {

    final List<Long> offsets = new ArrayList<>();
    int deepest;
    int atSubmissions;
    int submissions;
    long failure;

    private final IoEngine engine;
    private final AlignedBuffer blocks;
    private final int blockSize;
    private final long[] offsetOf;
    private final boolean[] writes;
    private final List<Integer> queued = new ArrayList<>();
    private final List<Integer> inFlight = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(3);
    private int completions;
    private long result;

    ScrambledQueue(Workload workload, Path file, int depth) throws IOException {
        this.engine = Engines.open(workload, file);
        this.blockSize = workload.blockSizeBytes();
        this.blocks = AlignedBuffer.allocate(depth * blockSize);
        this.offsetOf = new long[depth];
        this.writes = new boolean[depth];
    }

    @Override
    public int depth() {
        return offsetOf.length;
    }

    @Override
    public AlignedBuffer blocks() {
        return blocks;
    }

    @Override
    public int blockOffset(int slot) {
        return slot * blockSize;
    }

    @Override
    public void queueRead(int slot, long offset) {
        queue(slot, offset, false);
    }

    @Override
    public void queueWrite(int slot, long offset) {
        queue(slot, offset, true);
    }

    private void queue(int slot, long offset, boolean write) {
        assertThat(queued).as("slots in use").doesNotContain(slot);
        assertThat(inFlight).as("slots in use").doesNotContain(slot);
        queued.add(slot);
        offsets.add(offset);
        offsetOf[slot] = offset;
        writes[slot] = write;
        deepest = Math.max(deepest, queued.size() + inFlight.size());
    }

    int inFlight() {
        return queued.size() + inFlight.size();
    }

    @Override
    public void submitAndWait(int minComplete) {
        assertThat(completions).as("completions not taken").isZero();
        inFlight.addAll(queued);
        queued.clear();
        submissions++;
        atSubmissions += inFlight.size();
        assertThat(minComplete).isBetween(1, inFlight.size());
        completions = random.nextInt(minComplete, inFlight.size() + 1);
    }

    @Override
    public int nextSlot() {
        if (completions == 0) {
            return NONE;
        }
        completions--;
        int slot = inFlight.remove(random.nextInt(completions + 1));
        if (writes[slot]) {
            engine.block().bytes().put(0, blocks.bytes(), slot * blockSize, blockSize);
            result = engine.write(offsetOf[slot]);
        } else {
            result = engine.read(offsetOf[slot]);
            blocks.bytes().put(slot * blockSize, engine.block().bytes(), 0, blockSize);
        }
        result = failure == 0 ? result : failure;
        return slot;
    }

    @Override
    public long result() {
        return result;
    }

    @Override
    public void release(long offset, long length) throws IOException {
        assertThat(inFlight())
                .as("operations in flight while the cache state is set")
                .isZero();
        engine.release(offset, length);
    }

    @Override
    public void warm(long offset, long length) throws IOException {
        assertThat(inFlight())
                .as("operations in flight while the cache state is set")
                .isZero();
        engine.warm(offset, length);
    }

    @Override
    public void close() throws IOException {
        try (engine) {
            blocks.close();
        }
    }
}
