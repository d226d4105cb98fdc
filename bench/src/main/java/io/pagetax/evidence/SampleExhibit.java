package io.pagetax.evidence;

import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may look at to judge a sample.
 *
 * @param claim what the row's name says
 * @param evidence what was told of the sample
 * @param file what was measured on
 */
record SampleExhibit(Workload claim, SampleEvidence evidence, FileFacts file) {

    @Nullable Long get(Quantity quantity) {
        return evidence.get(quantity);
    }

    long require(Quantity quantity) {
        return evidence.require(quantity);
    }

    /** A number over another; null if one of them was not told, or there is nothing to divide by. */
    @Nullable Double ratio(Quantity numerator, Quantity denominator) {
        Long above = evidence.get(numerator);
        Long below = evidence.get(denominator);
        return above == null || below == null || below == 0 ? null : Double.valueOf((double) above / below);
    }

    /** The share of the bytes asked for that a device has to move if the name is true. */
    double expectedDeviceShare() {
        if (claim.path() == AccessPath.DIRECT || claim.rw().isWrite()) {
            return 1;
        }
        return 1 - claim.residentShare();
    }

    /** Bytes that a device moves for each byte that has to come from it: the cache takes whole pages in. */
    double bytesMovedForOne() {
        int page = NativeMemory.pageSize();
        boolean wholePages = claim.path() != AccessPath.DIRECT && !claim.path().looksFirst();
        return wholePages && claim.visitsOneBlockAPage(page) ? (double) page / claim.blockSizeBytes() : 1;
    }

    /** Whether the name says that a device is measured, and not the page cache alone. */
    boolean claimsDevice() {
        return expectedDeviceShare() > 0 && !(claim.rw().isWrite() && claim.path() != AccessPath.DIRECT);
    }
}
