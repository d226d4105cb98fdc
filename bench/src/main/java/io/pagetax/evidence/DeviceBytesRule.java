package io.pagetax.evidence;

import io.pagetax.workload.Workload;
import java.util.Locale;
import java.util.Optional;

/**
 * The device moved as many bytes as the name implies: all that were asked for if direct or uncached, none if cached, the
 * rest if mixed; of blocks that are smaller than a page, the page. Fewer means that memory answered; more means that
 * readahead fetched what nobody asked for.
 *
 * <p>Buffered writes are judged by what they dirtied, which is all that /proc tells of them.
 */
final class DeviceBytesRule implements Rule<SampleExhibit> {

    private static final double TOLERANCE = 0.05;

    /** Tighter, since a single miss on a disk takes as long as twenty hits. */
    private static final double CACHED_TOLERANCE = 0.001;

    private static final double STANDARD_ERRORS = 4;

    /** What readahead of a sequential pass may fetch beyond its end. */
    private static final long READAHEAD_ALLOWANCE = 8L << 20;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Workload claim = exhibit.claim();
        Long moved = exhibit.get(claim.rw().isWrite() ? Quantity.DEVICE_WRITE_BYTES : Quantity.DEVICE_READ_BYTES);
        if (moved == null) {
            return Finding.unverifiable("the kernel does not tell the bytes that this thread moved");
        }
        double requested = exhibit.require(Quantity.REQUESTED_BYTES) * exhibit.bytesMovedForOne();
        double share = exhibit.expectedDeviceShare();
        double expected = requested * share;
        double tolerance = share == 0 ? CACHED_TOLERANCE : TOLERANCE;
        double allowed = requested * (tolerance + drawError(exhibit, share));
        if (moved < expected - allowed) {
            return exhibit.file().accounted()
                    ? Finding.refuted(describe(
                            "fewer bytes than asked for came from the device: memory answered", moved, expected))
                    : Finding.unverifiable(describe(
                            "this kernel does not count the bytes of "
                                    + exhibit.file().stack(),
                            moved,
                            expected));
        }
        double surplus = claim.rw().isRandom() ? 0 : READAHEAD_ALLOWANCE * (double) exhibit.require(Quantity.PASSES);
        if (moved > expected + allowed + surplus) {
            return Finding.refuted(describe("more bytes than asked for came from the device", moved, expected));
        }
        return Optional.empty();
    }

    /** Which blocks miss is drawn, so the share of misses scatters: the fewer operations, the more. */
    private static double drawError(SampleExhibit exhibit, double share) {
        double operations = Math.max(
                1,
                (double) exhibit.require(Quantity.REQUESTED_BYTES)
                        / exhibit.claim().blockSizeBytes());
        return STANDARD_ERRORS * Math.sqrt(share * (1 - share) / operations);
    }

    private static String describe(String what, long moved, double expected) {
        return String.format(Locale.ROOT, "%s (%d bytes moved, %.0f expected)", what, moved, expected);
    }
}
