package io.pagetax.evidence;

import io.pagetax.workload.Workload;
import java.util.Optional;

/**
 * The cache state that the row names was there when each pass began. Pages that are dirty, mapped by somebody or pinned
 * survive eviction.
 */
final class StartStateRule implements Rule<SampleExhibit> {

    /** Of the pages that should be resident. */
    private static final double TOLERANCE = 0.01;

    /**
     * How far the number of resident pages may be from what it should be: an uncached file may not hold a page, and a stray
     * page may not be missing.
     */
    static double allowed(Workload claim, long expectedPages) {
        return claim.cache().isStray() ? 0 : TOLERANCE * expectedPages;
    }

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Long found = exhibit.get(Quantity.RESIDENT_PAGES_BEFORE);
        if (found == null) {
            return Finding.unverifiable("the kernel does not tell this user which pages are resident");
        }
        long filePages = exhibit.require(Quantity.FILE_PAGES);
        long expected = exhibit.require(Quantity.EXPECTED_PAGES_BEFORE);
        double allowed = allowed(exhibit.claim(), expected);
        if (Math.abs(found - expected) <= allowed) {
            return exhibit.claim().cache().isDirty() ? checkDirty(exhibit, expected, allowed) : Optional.empty();
        }
        return Finding.refuted("not " + exhibit.claim().cache() + " at the start: " + found + " of " + filePages
                + " pages resident" + ofThose(exhibit) + ", " + expected + " expected");
    }

    private static Optional<Finding> checkDirty(SampleExhibit exhibit, long expected, double allowed) {
        Long dirty = exhibit.get(Quantity.DIRTY_PAGES_BEFORE);
        if (dirty == null) {
            return Finding.unverifiable("the kernel does not tell which pages are dirty");
        }
        return Math.abs(dirty - expected) <= allowed
                ? Optional.empty()
                : Finding.refuted("not " + exhibit.claim().cache() + " at the start: " + dirty + " pages dirty, "
                        + expected + " expected");
    }

    private static String ofThose(SampleExhibit exhibit) {
        Long dirty = exhibit.get(Quantity.DIRTY_PAGES_BEFORE);
        Long writeback = exhibit.get(Quantity.WRITEBACK_PAGES_BEFORE);
        boolean some = dirty != null && writeback != null && dirty + writeback > 0;
        return some ? " (" + dirty + " dirty, " + writeback + " under writeback)" : "";
    }
}
