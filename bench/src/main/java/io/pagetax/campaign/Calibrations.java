package io.pagetax.campaign;

import io.pagetax.analysis.DelayCheck;
import io.pagetax.jmh.FixedDelayState;
import io.pagetax.plan.CalibrationSample;
import io.pagetax.result.Calibration;
import io.pagetax.result.Percentiles;

/** Sums up what the harness found out about itself. */
final class Calibrations {

    private Calibrations() {}

    static Calibration of(CalibrationSample sample) {
        Calibration.Harness harness =
                new Calibration.Harness(sample.harnessNanosPerOp(), Percentiles.of(sample.harness(), 0));
        Calibration.Clock clock = new Calibration.Clock(sample.clockNanosPerCall(), sample.clockStepNanos());
        Calibration.KnownDelay delay = DelayCheck.check(
                FixedDelayState.USUAL_NANOS,
                FixedDelayState.SLOW_NANOS,
                FixedDelayState.SLOW_EVERY,
                DelayCheck.allowanceNanos(harness, clock),
                sample.issued(),
                sample.delays());
        return new Calibration(harness, delay, clock);
    }
}
