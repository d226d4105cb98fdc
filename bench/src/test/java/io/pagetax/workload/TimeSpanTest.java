package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "500us, PT0.0005S",
        "500ms, PT0.5S",
        "2s, PT2S",
        "2, PT2S",
        "3m, PT3M",
        "4h, PT4H",
        "1d, PT24H",
        "0, PT0S",
        "999999999d, PT23999999976H"
    })
    void readsFiosUnitsAndTakesAPlainNumberForSeconds(String text, Duration expected) {
        assertThat(TimeSpan.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "2x", "2 s", "-2s", "1.5s", "2S", "2min", "2ns", "1234567890s"})
    void refusesOthersAndShowsExamples(String text) {
        assertThatThrownBy(() -> TimeSpan.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("500ms");
    }
}
