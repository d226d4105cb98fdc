package io.pagetax.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rounds measured the same thing: no trend runs through them. Ratios are formed within rounds and bear a drift; the
 * row's own median does not.
 */
final class DriftRule implements Rule<RowExhibit> {

    private static final double SIGNIFICANCE = 0.01;
    private static final double NOTICEABLE = 0.1;
    private static final double TOO_MUCH = 0.5;
    private static final double PERCENT = 100;

    /** With fewer, not even a perfect order is significant. */
    static final int FEWEST_ROUNDS = 6;

    @Override
    public Optional<Finding> check(RowExhibit exhibit) {
        List<Double> rounds = exhibit.nsPerOp();
        if (rounds.size() < FEWEST_ROUNDS) {
            return Optional.empty();
        }
        MonotonicTrend trend = MonotonicTrend.of(rounds);
        if (trend.probability() > SIGNIFICANCE) {
            return Optional.empty();
        }
        String reason = String.format(
                Locale.ROOT,
                "drift: the time an operation takes changed by %+.0f %% over the rounds, from %.0f to %.0f ns",
                PERCENT * trend.change(),
                rounds.get(0),
                rounds.get(rounds.size() - 1));
        return Finding.beyond(Math.abs(trend.change()), NOTICEABLE, TOO_MUCH, reason);
    }
}
