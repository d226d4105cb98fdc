package io.pagetax.evidence;

import java.util.Locale;
import java.util.Optional;

/** What is read was written before: holes and reserved extents are answered with zeros, without any I/O. */
final class UnwrittenRule implements Rule<SampleExhibit> {

    private static final double TOLERANCE = 0.01;
    private static final double PERCENT = 100;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Long unwritten = exhibit.file().unwrittenBytes();
        if (unwritten == null) {
            return Optional.empty();
        }
        long used = exhibit.file().usedBytes();
        if (unwritten <= TOLERANCE * used) {
            return Optional.empty();
        }
        String share = String.format(
                Locale.ROOT,
                "%.0f %% of the file were never written (%d of %d bytes are holes or reserved)",
                PERCENT * unwritten / used,
                unwritten,
                used);
        return exhibit.claim().rw().isWrite()
                ? Finding.warning(share + ": the first write to each block of them allocates it")
                : Finding.refuted(share + ": reads of them are answered with zeros, without I/O");
    }
}
