package io.pagetax.evidence;

import java.util.Locale;
import java.util.Optional;

/**
 * Others left the disk alone. Writes beyond this process's own are counted in rows that read only: in rows that write they
 * cannot be told from the file system's own, such as its journal.
 */
final class ForeignIoRule implements Rule<SampleExhibit> {

    private static final double NOTICEABLE = 0.03;
    private static final double TOO_MUCH = 0.2;
    private static final double PERCENT = 100;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Long read = exhibit.get(Quantity.FOREIGN_READ_BYTES);
        Long written = exhibit.get(Quantity.FOREIGN_WRITE_BYTES);
        // What a loop device that caches again reads of its file is this process's doing, too.
        boolean applies =
                exhibit.claimsDevice() && exhibit.file().cachingLoops().isEmpty();
        if (read == null || written == null || !applies) {
            return Optional.empty();
        }
        boolean writes = exhibit.claim().rw().isWrite();
        // Dirty pages that a direct read has written back count as nobody's.
        double foreign = read + (exhibit.claim().writes() ? 0 : written);
        // Where memory answered instead of the disk, a few bytes of others are not what went wrong.
        double own = Math.max(
                exhibit.require(writes ? Quantity.OWN_WRITE_BYTES : Quantity.OWN_READ_BYTES),
                exhibit.require(Quantity.REQUESTED_BYTES));
        double share = foreign / (foreign + own);
        String reason = String.format(
                Locale.ROOT,
                "others used the disk: %.0f %% of the bytes that it moved (%.0f, beside %.0f of this process)",
                PERCENT * share,
                foreign,
                own);
        return Finding.beyond(share, NOTICEABLE, TOO_MUCH, reason);
    }
}
