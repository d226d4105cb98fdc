package io.pagetax.workload;

/** Rising order. */
final class SequentialOffsets implements OffsetGenerator {

    private final long start;
    private final int blockSizeBytes;
    private long next;

    SequentialOffsets(Region region, int blockSizeBytes) {
        this.start = region.offset();
        this.blockSizeBytes = blockSizeBytes;
        this.next = start;
    }

    @Override
    public void restart(long pass) {
        next = start;
    }

    @Override
    public long next() {
        long offset = next;
        next += blockSizeBytes;
        return offset;
    }
}
