package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;

/**
 * Moves nothing and takes a known time over it, so that it can be seen whether a histogram shows what happened. It spins
 * by the clock: a sleep would add what the kernel needs to wake a thread.
 */
public final class FixedDelayEngine implements IoEngine {

    private final AlignedBuffer block;
    private final long length;
    private final long usualNanos;
    private final long slowNanos;
    private final int slowEvery;
    private long operations;
    private int untilSlow;

    /**
     * Needs no file.
     *
     * @param blockSizeBytes that every operation claims to have moved
     * @param usualNanos that an operation takes
     * @param slowNanos that a slow one takes
     * @param slowEvery the slow one of so many; at least 1
     * @throws NativeIoException ENOMEM
     */
    public FixedDelayEngine(int blockSizeBytes, long usualNanos, long slowNanos, int slowEvery)
            throws NativeIoException {
        this.block = AlignedBuffer.allocate(blockSizeBytes);
        this.length = blockSizeBytes;
        this.usualNanos = usualNanos;
        this.slowNanos = slowNanos;
        this.slowEvery = slowEvery;
        this.untilSlow = slowEvery;
    }

    @Override
    public long read(long offset) {
        return delay();
    }

    @Override
    public long write(long offset) {
        return delay();
    }

    private long delay() {
        long start = System.nanoTime();
        operations++;
        untilSlow--;
        long nanos = usualNanos;
        if (untilSlow == 0) {
            untilSlow = slowEvery;
            nanos = slowNanos;
        }
        // No Thread.onSpinWait: some hypervisors take the processor away from who pauses.
        while (System.nanoTime() - start < nanos) {}
        return length;
    }

    /** Operations since it was made, by its own count. */
    public long operations() {
        return operations;
    }

    @Override
    public AlignedBuffer block() {
        return block;
    }

    @Override
    public void close() throws NativeIoException {
        block.close();
    }
}
