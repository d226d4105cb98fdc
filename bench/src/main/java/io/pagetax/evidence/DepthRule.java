package io.pagetax.evidence;

import java.util.Locale;
import java.util.Optional;

/** As many operations were in flight as the name says: by Little's law the sum of their times over the time on the clock. */
final class DepthRule implements Rule<SampleExhibit> {

    /** A queue runs empty at the end of each pass, which with the fewest blocks that are let pass costs an eighth. */
    private static final double REACHED = 0.85;

    private static final double NEARLY = 0.95;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Double inFlight = exhibit.ratio(Quantity.LATENCY_NANOS, Quantity.BUSY_NANOS);
        int asked = exhibit.claim().iodepth();
        if (inFlight == null || inFlight >= NEARLY * asked) {
            return Optional.empty();
        }
        String reason = String.format(
                Locale.ROOT, "depth not reached: %.2f operations in flight on average, %d asked for", inFlight, asked);
        return inFlight < REACHED * asked ? Finding.refuted(reason) : Finding.warning(reason);
    }
}
