package io.pagetax.evidence;

import java.util.Optional;

/** There are operations enough for the percentiles that people look at first; the others are left out one by one. */
final class SampleCountRule implements Rule<RowExhibit> {

    /** Ten operations lie beyond the 99th percentile. */
    private static final long ENOUGH_FOR_P99 = 1000;

    @Override
    public Optional<Finding> check(RowExhibit exhibit) {
        return exhibit.operations() >= ENOUGH_FOR_P99
                ? Optional.empty()
                : Finding.warning("too few operations for the 99th percentile: " + exhibit.operations() + ", "
                        + ENOUGH_FOR_P99 + " are needed; give it more --runtime or --rounds");
    }
}
