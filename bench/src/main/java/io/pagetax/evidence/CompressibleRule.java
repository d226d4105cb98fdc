package io.pagetax.evidence;

import java.util.Locale;
import java.util.Optional;

/** The data does not compress where what lies below compresses: else fewer bytes are moved than the row counts. */
final class CompressibleRule implements Rule<SampleExhibit> {

    /** What of random data is left, with room for blocks that carry a header. */
    private static final double INCOMPRESSIBLE = 0.9;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Double deflated = exhibit.file().deflatedShare();
        if (deflated == null || deflated >= INCOMPRESSIBLE || !exhibit.claimsDevice()) {
            return Optional.empty();
        }
        String what = String.format(Locale.ROOT, "the data compresses to %.2f of its size", deflated);
        return exhibit.file().compressing()
                ? Finding.refuted(what + " and " + exhibit.file().stack()
                        + " compresses: fewer bytes are stored than the 1.00 that the row counts")
                : Finding.warning(what + ": a disk that compresses moves less than it is asked for");
    }
}
