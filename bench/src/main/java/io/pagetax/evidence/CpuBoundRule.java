package io.pagetax.evidence;

import java.util.Locale;
import java.util.Optional;

/**
 * A row that names a device measured the device and not the processor: its threads did not compute all the time, or wait for
 * a processor, while the disk idled. Where the device is memory, moving its data is the processor's work, and the rule does not apply.
 */
final class CpuBoundRule implements Rule<SampleExhibit> {

    private static final double ALL_THE_TIME = 0.95;
    private static final double IDLE = 0.5;
    private static final double PERCENT = 100;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Double user = exhibit.ratio(Quantity.USER_NANOS, Quantity.PASS_NANOS);
        Double system = exhibit.ratio(Quantity.SYSTEM_NANOS, Quantity.PASS_NANOS);
        Double inFlight = exhibit.ratio(Quantity.DISK_QUEUE_NANOS, Quantity.SAMPLE_NANOS);
        boolean applies = exhibit.claimsDevice() && !exhibit.file().onMemory();
        if (!applies || user == null || system == null || inFlight == null) {
            return Optional.empty();
        }
        Double waiting = exhibit.ratio(Quantity.RUN_QUEUE_NANOS, Quantity.PASS_NANOS);
        double computing = user + system + (waiting == null ? 0 : waiting);
        if (computing <= ALL_THE_TIME || inFlight >= IDLE) {
            return Optional.empty();
        }
        return Finding.refuted(String.format(
                Locale.ROOT,
                "bound by the processor: the threads computed, or waited to, %.0f %% of the time, the disk had %.2f requests in flight on"
                        + " average",
                PERCENT * computing,
                inFlight));
    }
}
