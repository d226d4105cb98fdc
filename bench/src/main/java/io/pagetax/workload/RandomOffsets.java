package io.pagetax.workload;

/** Random order, each block once a pass. */
final class RandomOffsets implements OffsetGenerator {

    private final Region region;
    private final int blockSizeBytes;
    private final long seed;
    private Permutation permutation;
    private long index;

    RandomOffsets(Region region, int blockSizeBytes, long seed) {
        this.region = region;
        this.blockSizeBytes = blockSizeBytes;
        this.seed = seed;
        this.permutation = permutation(0);
    }

    private Permutation permutation(long pass) {
        return new Permutation(blocks(), seed + pass);
    }

    @Override
    public void restart(long pass) {
        permutation = permutation(pass);
        index = 0;
    }

    @Override
    public long blocks() {
        return region.length() / blockSizeBytes;
    }

    @Override
    public long next() {
        return region.offset() + permutation.apply(index++) * blockSizeBytes;
    }
}
