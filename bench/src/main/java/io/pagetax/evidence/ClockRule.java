package io.pagetax.evidence;

import java.util.Locale;
import java.util.Optional;

/** The clock is fine and cheap enough for the operations: each is timed by one look at it. */
final class ClockRule implements Rule<SampleExhibit> {

    private static final double NOTICEABLE = 0.1;
    private static final double TOO_MUCH = 0.25;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Double mean = exhibit.ratio(Quantity.LATENCY_NANOS, Quantity.TIMED_OPERATIONS);
        Long cost = exhibit.get(Quantity.CLOCK_COST_NANOS);
        Long step = exhibit.get(Quantity.CLOCK_STEP_NANOS);
        if (mean == null || cost == null || step == null) {
            return Optional.empty();
        }
        String reason = String.format(
                Locale.ROOT,
                "the clock is too dear or too coarse: it costs %d ns a look and makes steps of %d ns, an operation took %.0f ns",
                cost,
                step,
                mean);
        return Finding.beyond(Math.max(cost, step) / mean, NOTICEABLE, TOO_MUCH, reason);
    }
}
