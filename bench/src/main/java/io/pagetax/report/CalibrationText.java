package io.pagetax.report;

import io.pagetax.result.Calibration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run says of its own harness, in one line; the terminal and the page show the same. */
public final class CalibrationText {

    private CalibrationText() {}

    /** Empty if the harness was not calibrated. */
    public static Optional<String> line(@Nullable Calibration calibration) {
        return Optional.ofNullable(calibration).map(CalibrationText::text);
    }

    private static String text(Calibration calibration) {
        Calibration.KnownDelay delay = calibration.delay();
        return "harness: " + Units.nanos(calibration.harness().nsPerOp()) + " an operation; known delays of "
                + Units.nanos(delay.usualNs()) + " and " + Units.nanos(delay.slowNs()) + " are shown as "
                + Units.nanos(delay.usualSeenNs()) + " and " + Units.nanos(delay.slowSeenNs())
                + (calibration.isVerified() ? "" : ", which is refuted: " + String.join("; ", delay.reasons()))
                + "; clock "
                + String.format(Locale.ROOT, "%.0f ns", calibration.clock().nsPerCall()) + " a call, step "
                + Units.nanos(calibration.clock().stepNs());
    }
}
