package io.pagetax.distribution;

import io.pagetax.latency.LatencyProfiler;
import java.util.Optional;

/**
 * The tag of an interval of a row: {@code ROW.DIRECTION.KIND} of operations, {@code ROW.WORD} of what was recorded beside
 * them.
 *
 * @param what the last word, known to {@link Kind} or to {@link LatencyProfiler}
 */
record IntervalTag(String row, String what) {

    /** Empty if it is none of a row. */
    static Optional<IntervalTag> of(String tag) {
        int end = tag.lastIndexOf('.');
        if (end <= 0) {
            return Optional.empty();
        }
        String what = tag.substring(end + 1);
        if (what.equals(LatencyProfiler.HICCUP_TAG) || what.equals(LatencyProfiler.COLLECTION_TAG)) {
            return Optional.of(new IntervalTag(tag.substring(0, end), what));
        }
        int direction = tag.lastIndexOf('.', end - 1);
        return Kind.of(what).map(kind -> new IntervalTag(tag.substring(0, direction < 0 ? end : direction), what));
    }
}
