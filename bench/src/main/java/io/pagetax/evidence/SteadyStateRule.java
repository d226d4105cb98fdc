package io.pagetax.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Each sample had reached a steady state: its last interval is not slower or faster than its first in the same way in
 * every sample, as it is when the warm-up was too short or a device's cache runs full.
 */
final class SteadyStateRule implements Rule<RowExhibit> {

    /** By chance all of them agree in one of 16 rows. */
    private static final int FEWEST_SAMPLES = 5;

    private static final int FEWEST_INTERVALS = 2;
    private static final double NOTICEABLE = 0.1;
    private static final double TOO_MUCH = 0.5;
    private static final double PERCENT = 100;

    @Override
    public Optional<Finding> check(RowExhibit exhibit) {
        List<Double> changes = exhibit.intervalNsPerOp().stream()
                .filter(intervals -> intervals.size() >= FEWEST_INTERVALS)
                .map(intervals -> intervals.get(intervals.size() - 1) / intervals.get(0) - 1)
                .sorted()
                .toList();
        if (changes.size() < FEWEST_SAMPLES) {
            return Optional.empty();
        }
        double least = changes.get(0);
        double most = changes.get(changes.size() - 1);
        boolean agree = least > 0 || most < 0;
        double median = changes.get(changes.size() / 2);
        String reason = String.format(
                Locale.ROOT,
                "no steady state: from the first to the last interval of a sample an operation's time changes by %+.0f %%,"
                        + " in every sample by %+.0f %% to %+.0f %%",
                PERCENT * median,
                PERCENT * least,
                PERCENT * most);
        return agree ? Finding.beyond(Math.abs(median), NOTICEABLE, TOO_MUCH, reason) : Optional.empty();
    }
}
