package io.pagetax.evidence;

import java.util.Optional;

/** Blocks are not smaller than what the device handles as a unit: it would read each before it writes it. */
final class BlockSizeRule implements Rule<SampleExhibit> {

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Integer physical = exhibit.file().physicalBlockBytes();
        int block = exhibit.claim().blockSizeBytes();
        if (physical == null || block >= physical || !exhibit.claimsDevice()) {
            return Optional.empty();
        }
        String sizes = "a block of " + block + " bytes is smaller than the device's physical block of " + physical;
        return exhibit.claim().rw().isWrite()
                ? Finding.refuted(sizes + ": the device reads before it writes")
                : Finding.warning(sizes + ": the device reads more than it hands out");
    }
}
