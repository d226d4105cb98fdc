package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannWhitneyTest {

    /** The critical values of the two-sided test at 5 %, as printed in every table of it. */
    @ParameterizedTest
    @CsvSource({
        "6, 6, 5",
        "6, 7, 6",
        "7, 6, 6",
        "7, 7, 8",
        "8, 8, 13",
        "10, 10, 23",
        "12, 15, 49",
        "20, 20, 127",
        "3, 3, -1"
    })
    void leavesOutAsManyPairsAsTheTablesSay(int one, int other, int critical) {
        assertThat(MannWhitney.leftOutAtEachEnd(one, other)).isEqualTo(critical);
    }

    @Test
    void goesOnWithoutAStepWhereOrdersAreNoLongerCounted() {
        assertThat(MannWhitney.leftOutAtEachEnd(28, 28)).isEqualTo(272);
        assertThat(MannWhitney.leftOutAtEachEnd(28, 29)).isEqualTo(282);
        assertThat(MannWhitney.leftOutAtEachEnd(1000, 1000)).isBetween(474_000, 475_000);
    }

    @Test
    void findsTheClearestOrderThatThereIs() {
        double[] low = {1, 2, 3, 4, 5, 6};
        double[] high = {7, 8, 9, 10, 11, 12, 13};
        assertThat(MannWhitney.pValue(low, high)).isCloseTo(MannWhitney.leastP(6, 7), within(1e-12));
        assertThat(MannWhitney.leastP(6, 6)).isCloseTo(2.0 / 924, within(1e-12));
    }

    @Test
    void findsNothingWhereAllIsTheSame() {
        double[] same = {5, 5, 5, 5, 5, 5};
        assertThat(MannWhitney.pValue(same, same)).isEqualTo(1);
        double[] mixed = {1, 2, 3, 4, 5, 6};
        assertThat(MannWhitney.pValue(mixed, mixed)).isGreaterThan(0.9);
    }
}
