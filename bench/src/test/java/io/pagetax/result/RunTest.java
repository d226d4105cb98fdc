package io.pagetax.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunTest {

    @Test
    void isCalibratedOnlyIfKnownTimesWereShownAsWhatTheyAre() {
        assertThat(run(Runs.calibration(10_103)).isCalibrated()).isTrue();
        assertThat(run(Runs.calibration(20_207)).isCalibrated()).isFalse();
        assertThat(run(null).isCalibrated()).isFalse();
    }

    private static Run run(@Nullable Calibration calibration) {
        Run run = Runs.of(List.of(), List.of());
        return Records.with(run, "calibration", calibration);
    }
}
