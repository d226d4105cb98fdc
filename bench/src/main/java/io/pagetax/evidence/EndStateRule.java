package io.pagetax.evidence;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Workload;
import java.util.Optional;

/**
 * What is resident at the end fits the path: a cached file stayed cached, and paths that go past the cache or drop what
 * they read left nothing of an uncached file behind. What the file system read through the cache although O_DIRECT was
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
        return Optional.empty();
    }

    private static boolean invalidates(Workload claim) {
        return claim.path() == AccessPath.DIRECT && claim.rw().isWrite();
    }
}
