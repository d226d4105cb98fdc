package io.pagetax.workload;

/** Rising order. */
final class SequentialOffsets implements OffsetGenerator {

    private final Region region;
    private final int blockSizeBytes;
    private long next;

    SequentialOffsets(Region region, int blockSizeBytes) {
        this.region = region;
        this.blockSizeBytes = blockSizeBytes;
        this.next = region.offset();
    }

    @Override
    public void restart(long pass) {
        next = region.offset();
    }

    @Override
    public long blocks() {
        return region.length() / blockSizeBytes;
    }

    @Override
    public long next() {
        long offset = next;
        next += blockSizeBytes;
        return offset;
    }
}
