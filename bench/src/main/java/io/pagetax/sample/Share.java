package io.pagetax.sample;

import io.pagetax.engine.Engines;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.testfile.BlockPattern;
import io.pagetax.workload.OffsetGenerator;
import io.pagetax.workload.Region;
import io.pagetax.workload.ResidentDraw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What one job has of a workload.
 *
 * @param file exists, and has the workload's size
 * @param index of the job, 0 to numjobs - 1
 */
record Share(Workload workload, Path file, int index) {

    Region region() {
        return workload.region(index);
    }

    int blockSize() {
        return workload.blockSizeBytes();
    }

    /** Blocks of a pass that fill whole batches. */
    long blocksInBatches() {
        return offsets().blocks() / Workload.BATCH * Workload.BATCH;
    }

    long seed() {
        return workload.seed() + index;
    }

    OffsetGenerator offsets() {
        int page = NativeMemory.pageSize();
        return workload.visitsOneBlockAPage(page)
                ? OffsetGenerator.oneBlockAPage(offsets(page), blockSize(), page)
                : offsets(blockSize());
    }

    private OffsetGenerator offsets(int unitBytes) {
        return switch (workload.blocks()) {
            case ALL -> OffsetGenerator.of(workload.rw(), workload.visited(index), unitBytes, seed());
            case RESIDENT -> OffsetGenerator.drawn(region(), draw(), true, unitBytes);
            case ABSENT -> OffsetGenerator.drawn(region(), draw(), false, unitBytes);
        };
    }

    /** Which pages of the region are in the cache, in states that leave it to a draw. */
    ResidentDraw draw() {
        return new ResidentDraw(workload, region(), seed(), NativeMemory.pageSize());
    }

    BlockPattern pattern() {
        return BlockPattern.of(file);
    }

    /** An operation that failed or moved too few bytes. */
    IOException failure(long offset, long result) {
        String call = Engines.callName(workload);
        return result < 0
                ? new NativeIoException(call, file, offset, blockSize(), result)
                : new IOException(call + "(" + file + ", off=" + offset + ", len=" + blockSize() + "): short, " + result
                        + " bytes");
    }
}
