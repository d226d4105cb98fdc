package io.pagetax.evidence;

import java.util.Optional;

/**
 * The cache state that the row names was there when each pass began. Pages that are dirty, mapped by somebody or pinned
 * survive eviction.
 */
final class StartStateRule implements Rule<SampleExhibit> {

    /** Of the file's pages; a mixed or cached file may be off by as much. An uncached one may not hold a page. */
    private static final double TOLERANCE = 0.01;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Long found = exhibit.get(Quantity.RESIDENT_PAGES_BEFORE);
        if (found == null) {
            return Finding.unverifiable("the kernel does not tell this user which pages are resident");
        }
        long filePages = exhibit.require(Quantity.FILE_PAGES);
        long expected = exhibit.require(Quantity.EXPECTED_PAGES_BEFORE);
        double allowed = exhibit.claim().cache().isUncached() ? 0 : TOLERANCE * filePages;
        if (Math.abs(found - expected) <= allowed) {
            return Optional.empty();
        }
        return Finding.refuted("not " + exhibit.claim().cache() + " at the start: " + found + " of " + filePages
                + " pages resident" + ofThose(exhibit) + ", " + expected + " expected");
    }

    private static String ofThose(SampleExhibit exhibit) {
        Long dirty = exhibit.get(Quantity.DIRTY_PAGES_BEFORE);
        Long writeback = exhibit.get(Quantity.WRITEBACK_PAGES_BEFORE);
        boolean some = dirty != null && writeback != null && dirty + writeback > 0;
        return some ? " (" + dirty + " dirty, " + writeback + " under writeback)" : "";
    }
}
