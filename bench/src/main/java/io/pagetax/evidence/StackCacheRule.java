package io.pagetax.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What this process asked a device for came from the disk at the bottom of the stack, not from a cache between the two: a
 * loop device without direct I/O reads its file through the page cache once more, with a readahead of its own.
 */
final class StackCacheRule implements Rule<SampleExhibit> {

    private static final double TOLERANCE = 0.05;

    /** Readahead that is asked for and not completed when a sample ends: disks may be set to as much. */
    private static final long UNDER_WAY = 16L << 20;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        boolean writes = exhibit.claim().rw().isWrite();
        Long own = exhibit.get(writes ? Quantity.OWN_WRITE_BYTES : Quantity.OWN_READ_BYTES);
        Long disk = exhibit.get(writes ? Quantity.DISK_WRITE_BYTES : Quantity.DISK_READ_BYTES);
        if (own == null || disk == null || own == 0 || !exhibit.claimsDevice()) {
            return Optional.empty();
        }
        List<String> loops = exhibit.file().cachingLoops();
        double allowed = TOLERANCE * own + (exhibit.claim().rw().isRandom() ? 0 : UNDER_WAY);
        boolean differs = disk < own - allowed || (disk > own + allowed && !loops.isEmpty());
        String numbers = own + " bytes were asked of " + exhibit.file().stack() + ", the disk moved " + disk;
        if (differs) {
            return Finding.refuted("a cache below the file system had a part: " + numbers);
        }
        return loops.isEmpty()
                ? Optional.empty()
                : Finding.warning("the page cache below " + String.join(", ", loops) + " may answer next time: "
                        + numbers + "; losetup --direct-io=on prevents it");
    }
}
