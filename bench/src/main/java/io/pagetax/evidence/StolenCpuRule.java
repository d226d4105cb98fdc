package io.pagetax.evidence;

import java.util.Locale;
import java.util.Optional;

/** Neither a hypervisor nor the control group's quota took the processors away. */
final class StolenCpuRule implements Rule<SampleExhibit> {

    private static final double NOTICEABLE = 0.02;
    private static final double TOO_MUCH = 0.25;
    private static final double PERCENT = 100;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        return of(
                        exhibit,
                        Quantity.THROTTLED_NANOS,
                        Quantity.SAMPLE_NANOS,
                        "the control group's quota held the process back")
                .or(() -> of(
                        exhibit,
                        Quantity.STOLEN_NANOS,
                        Quantity.PROCESSOR_NANOS,
                        "a hypervisor took the processors away"));
    }

    private static Optional<Finding> of(SampleExhibit exhibit, Quantity taken, Quantity all, String words) {
        Double share = exhibit.ratio(taken, all);
        if (share == null) {
            return Optional.empty();
        }
        String reason = String.format(
                Locale.ROOT,
                "%s for %.1f %% of the time (%d of %d ns)",
                words,
                PERCENT * share,
                exhibit.require(taken),
                exhibit.require(all));
        return Finding.beyond(share, NOTICEABLE, TOO_MUCH, reason);
    }
}
