package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonotonicTrendTest {

    /** Tables of the test of Mann and Kendall: S = 21, 19, 17 and 15 of 7 numbers; 15 and 13 of 6; and so on. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            NUMBERS       | PROBABILITY
            1 2 3 4 5 6 7 | 0.000397
            7 6 5 4 3 2 1 | 0.000397
            2 1 3 4 5 6 7 | 0.002778
            2 1 4 3 5 6 7 | 0.010714
            1 2 3 4 5 6   | 0.002778
            2 1 3 4 5 6   | 0.016667
            1 2           | 1.0
            4 1 6 2 7 3 5 | 0.561905
            """)
    void givesTheProbabilityOfRandomOrders(String numbers, double probability) {
        List<Double> values =
                Arrays.stream(numbers.split(" ", -1)).map(Double::valueOf).toList();
        assertThat(MonotonicTrend.of(values).probability()).isCloseTo(probability, within(1e-6));
    }

    @Test
    void givesTheChangeFromFirstToLastByTheMedianSlope() {
        assertThat(MonotonicTrend.of(List.of(100.0, 110.0, 120.0, 130.0, 140.0)).change())
                .isCloseTo(40.0 / 120, within(1e-9));
        assertThat(MonotonicTrend.of(List.of(140.0, 130.0, 9999.0, 110.0, 100.0))
                        .change())
                .isBetween(-0.4, -0.2);
    }
}
