package io.pagetax.evidence;

import java.util.Locale;
import java.util.Optional;

/**
 * What was told to be hits and misses fits what the device moved: a miss is a block that was fetched. RWF_NOWAIT, for one,
 * takes a miss for a hit where the device answers at once. In rising order readahead makes hits of blocks that are fetched
 * in this very sample, so that nothing can be said of it.
 */
final class HitRatioRule implements Rule<SampleExhibit> {

    private static final double TOLERANCE = 0.05;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Long hits = exhibit.get(Quantity.TOLD_HITS);
        Long misses = exhibit.get(Quantity.TOLD_MISSES);
        Double fetched = exhibit.ratio(Quantity.DEVICE_READ_BYTES, Quantity.REQUESTED_BYTES);
        if (hits == null || misses == null || fetched == null || hits + misses == 0) {
            return Optional.empty();
        }
        double told = (double) misses / (hits + misses);
        double missed = fetched / exhibit.bytesMovedForOne();
        if (!exhibit.claim().rw().isRandom() || Math.abs(told - missed) <= TOLERANCE) {
            return Optional.empty();
        }
        return Finding.refuted(String.format(
                Locale.ROOT,
                "hits and misses are told wrongly: %.3f of the operations are said to have missed, the device moved as much"
                        + " as %.3f of them need",
                told,
                missed));
    }
}
