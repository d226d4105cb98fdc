package io.pagetax.evidence;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Workload;
import java.util.Optional;

/**
 * What is resident at the end fits the path: a cached file stayed cached, paths that go past the cache left it as it was,
 * and those that drop what they read left nothing of an uncached file behind. What the file system read through the cache although O_DIRECT was
 * set shows here.
 */
final class EndStateRule implements Rule<SampleExhibit> {

    /** Share of a cached file that must still be there. */
    private static final double STILL_CACHED = 0.99;
    /** Share of the last pass's pages that may be left by a path that should leave none. */
    private static final double LEFT_BEHIND = 0.01;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Long after = exhibit.get(Quantity.RESIDENT_PAGES_AFTER);
        if (after == null) {
            return Optional.empty(); // StartStateRule has said so already.
        }
        Workload claim = exhibit.claim();
        long filePages = exhibit.require(Quantity.FILE_PAGES);
        boolean mustStay = claim.cache().isCached() && !invalidates(claim);
        if (mustStay && after < STILL_CACHED * filePages) {
            return Finding.refuted(
                    "evicted during the sample: " + after + " of " + filePages + " pages still resident");
        }
        long covered = exhibit.require(Quantity.LAST_PASS_PAGES);
        boolean mustLeaveNothing = claim.cache().isUncached() && !claim.path().populatesCache();
        if (mustLeaveNothing && after > LEFT_BEHIND * covered) {
            return Finding.refuted(
                    claim.path() + " left " + after + " pages in the cache after " + covered + " pages of I/O");
        }
        return claim.leavesCacheAlone() && !claim.cache().isUncached()
                ? checkLeftAlone(exhibit, after)
                : Optional.empty();
    }

    private static Optional<Finding> checkLeftAlone(SampleExhibit exhibit, long after) {
        Workload claim = exhibit.claim();
        long expected = exhibit.require(Quantity.EXPECTED_PAGES_BEFORE);
        double allowed = StartStateRule.allowed(claim, expected);
        if (Math.abs(after - expected) > allowed) {
            return Finding.refuted("no longer " + claim.cache() + " at the end: " + after + " pages resident, "
                    + expected + " expected");
        }
        Long dirty = exhibit.get(Quantity.DIRTY_PAGES_AFTER);
        return claim.cache().isDirty() && dirty != null && Math.abs(dirty - expected) > allowed
                ? Finding.refuted("no longer " + claim.cache() + " at the end: " + dirty + " pages dirty, " + expected
                        + " expected")
                : Optional.empty();
    }

    private static boolean invalidates(Workload claim) {
        return claim.path() == AccessPath.DIRECT && claim.rw().isWrite();
    }
}
