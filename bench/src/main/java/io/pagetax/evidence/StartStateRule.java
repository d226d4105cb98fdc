package io.pagetax.evidence;

import io.pagetax.workload.Workload;
import java.util.Optional;

/** The cache state that the row names was there when each pass began. */
final class StartStateRule implements Rule {

    /** Of the file's pages; a mixed or cached file may be off by as much. An uncached one may not hold a page. */
    private static final double TOLERANCE = 0.01;

    @Override
    public Optional<Finding> check(Workload claim, SampleEvidence evidence) {
        Long found = evidence.get(Quantity.RESIDENT_PAGES_BEFORE);
        if (found == null) {
            return Finding.unverifiable("the kernel does not tell this user which pages are resident");
        }
        long filePages = evidence.require(Quantity.FILE_PAGES);
        long expected = evidence.require(Quantity.EXPECTED_PAGES_BEFORE);
        double allowed = claim.cache().isUncached() ? 0 : TOLERANCE * filePages;
        if (Math.abs(found - expected) <= allowed) {
            return Optional.empty();
        }
        return Finding.refuted("not " + claim.cache() + " at the start: " + found + " of " + filePages
                + " pages resident, " + expected + " expected");
    }
}
