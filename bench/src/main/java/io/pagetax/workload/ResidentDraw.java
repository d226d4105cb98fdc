package io.pagetax.workload;

/**
 * Which units of a job's share of the file are in the page cache: drawn anew for each pass, unless the operations leave
 * the cache as it is. Who sets the state and who draws offsets from one part of it use the same draw. Immutable.
 */
public final class ResidentDraw {

    /** Keeps the draw of resident units apart from the draw of offsets, which starts from the same seed. */
    private static final long STREAM = 0x5eed_cac4e_0001L;

    private final long unitBytes;
    private final long units;
    private final long residentUnits;
    private final long seed;
    private final boolean onceForAll;

    /**
     * Of one job.
     *
     * @param region the job's share
     * @param seed of the job
     * @param pageBytes of this machine
     */
    public ResidentDraw(Workload workload, Region region, long seed, long pageBytes) {
        this.unitBytes = Workload.commonMultiple(workload.blockSizeBytes(), pageBytes);
        this.units = region.length() / unitBytes;
        this.residentUnits = workload.cache().residentUnits(units);
        this.seed = seed;
        this.onceForAll = workload.leavesCacheAlone();
    }

    /** Bytes of a unit: the least common multiple of block and page. */
    public long unitBytes() {
        return unitBytes;
    }

    /** Whole units in the share. */
    public long units() {
        return units;
    }

    /** Of them, those that are resident. */
    public long residentUnits() {
        return residentUnits;
    }

    /** The order in which units are drawn for a pass; the first {@link #residentUnits()} are resident. */
    private Permutation order(long pass) {
        return new Permutation(Math.max(1, units), seed + STREAM + (onceForAll ? 0 : pass));
    }

    /** The draw for a pass. */
    public Drawn forPass(long pass) {
        return new Drawn(order(pass), residentUnits);
    }

    /** What was drawn for one pass. */
    public static final class Drawn {

        private final Permutation places;
        private final long resident;

        private Drawn(Permutation places, long resident) {
            this.places = places;
            this.resident = resident;
        }

        /** Whether a unit, from 0, is resident. */
        public boolean isResident(long unit) {
            return places.apply(unit) < resident;
        }

        /** The resident unit of a number from 0 to {@link ResidentDraw#residentUnits()} - 1, in random order. */
        long residentUnit(long number) {
            return places.invert(number);
        }

        /** The absent unit of a number from 0, in random order. */
        long absentUnit(long number) {
            return places.invert(resident + number);
        }
    }
}
