package io.pagetax.workload;

/**
 * Random order over the blocks that are resident, or over those that are not. A unit of several blocks is visited once
 * for each of them, with all other units in between.
 */
final class DrawnOffsets implements OffsetGenerator {

    private final Region region;
    private final ResidentDraw draw;
    private final boolean resident;
    private final int blockSizeBytes;
    private final long units;
    private ResidentDraw.Drawn drawn;
    private long number;
    private long offsetInUnit;

    DrawnOffsets(Region region, ResidentDraw draw, boolean resident, int blockSizeBytes) {
        this.region = region;
        this.draw = draw;
        this.resident = resident;
        this.blockSizeBytes = blockSizeBytes;
        this.units = resident ? draw.residentUnits() : draw.units() - draw.residentUnits();
        this.drawn = draw.forPass(0);
    }

    @Override
    public void restart(long pass) {
        drawn = draw.forPass(pass);
        number = 0;
        offsetInUnit = 0;
    }

    @Override
    public long next() {
        if (number == units) {
            number = 0;
            offsetInUnit += blockSizeBytes;
        }
        long unit = resident ? drawn.residentUnit(number) : drawn.absentUnit(number);
        number++;
        return region.offset() + unit * draw.unitBytes() + offsetInUnit;
    }

    @Override
    public long blocks() {
        return units * (draw.unitBytes() / blockSizeBytes);
    }
}
