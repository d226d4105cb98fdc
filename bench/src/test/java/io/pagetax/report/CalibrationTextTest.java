package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Locales;
import io.pagetax.result.Runs;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalibrationTextTest {

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void isOneLineWithUnitsInEveryLocale(Locale locale) throws Exception {
        assertThat(Locales.in(locale, () -> CalibrationText.line(Runs.calibration(10_103L))))
                .contains("harness: 43 ns an operation; known delays of 10.0 µs and 200.0 µs are shown as 10.1 µs and"
                        + " 200.2 µs; clock 21 ns a call, step 20 ns");
    }

    @Test
    void saysWhatWasRefutedAndWhy() {
        assertThat(CalibrationText.line(Runs.calibration(20_207L)).orElseThrow())
                .contains("shown as 20.2 µs and 200.2 µs, which is refuted: a known delay of 10000 ns is shown as");
    }

    @Test
    void isNotThereIfNothingWasCalibrated() {
        assertThat(CalibrationText.line(null)).isEmpty();
    }
}
