package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickestRatiosTest {

    private static final double[] BASE = {1000, 1003, 1006, 1009, 1012, 1015, 1018, 1021, 1024};

    private static double[] times(double factor) {
        return Arrays.stream(BASE).map(time -> time * factor).toArray();
    }

    @Test
    void leaveOutTheUpperThird() {
        double[] disturbed = BASE.clone();
        disturbed[6] = 1300;
        disturbed[7] = 5000;
        disturbed[8] = 90_000;
        QuickestRatios.Result result = QuickestRatios.of(disturbed, BASE);
        assertThat(result.ratio().median()).isCloseTo(1, within(1e-12));
        assertThat(result.pValue()).isCloseTo(1, within(1e-9));
    }

    @Test
    void areTheSameWhicheverWayTheyAre() {
        QuickestRatios.Result up = QuickestRatios.of(times(1.05), BASE);
        QuickestRatios.Result down = QuickestRatios.of(BASE, times(1.05));
        assertThat(up.ratio().median()).isCloseTo(1.05, within(1e-12));
        assertThat(up.pValue()).isCloseTo(down.pValue(), within(1e-12)).isLessThan(1e-6);
        assertThat(Objects.requireNonNull(up.ratio().lo95()))
                .isCloseTo(1 / Objects.requireNonNull(down.ratio().hi95()), within(1e-12))
                .isBetween(1.04, 1.05);
    }

    /** By hand: the logarithms 0 to 5, of which 4 and 5 count as 3 for the error. */
    @Test
    void haveTheErrorThatYuenGivesThem() {
        double[] above =
                Arrays.stream(new double[] {0, 1, 2, 3, 4, 5}).map(Math::exp).toArray();
        double[] below =
                Arrays.stream(new double[] {2, 2, 2, 2, 2, 2}).map(Math::exp).toArray();
        QuickestRatios.Result result = QuickestRatios.of(above, below);
        assertThat(Math.log(result.ratio().median())).isCloseTo(1.5 - 2, within(1e-12));
        // Squares around 2: 4 + 1 + 0 + 1 + 1 + 1 = 8, over 4 x 3; three degrees of freedom, of which 2.5 % lie beyond
        // 3.1824.
        double margin = 3.182_446 * Math.sqrt(8.0 / 12);
        assertThat(Math.log(Objects.requireNonNull(result.ratio().hi95()))).isCloseTo(-0.5 + margin, within(1e-5));
        assertThat(Math.log(Objects.requireNonNull(result.ratio().lo95()))).isCloseTo(-0.5 - margin, within(1e-5));
    }

    @Test
    void knowTimesThatDoNotScatter() {
        double[] same = {500, 500, 500, 500, 500, 500};
        double[] slower = {510, 510, 510, 510, 510, 510};
        assertThat(QuickestRatios.of(same, same).pValue()).isEqualTo(1);
        assertThat(QuickestRatios.of(slower, same).pValue()).isLessThan(1e-9);
        assertThat(QuickestRatios.of(slower, same).ratio().median()).isCloseTo(1.02, within(1e-12));
    }

    /** Of samples that are alike one of twenty has an interval that leaves out 1; with room for the number of trials. */
    @ParameterizedTest
    @ValueSource(ints = {6, 7, 9, 15, 30})
    void areWrongAsOftenAsTheySay(int samples) {
        Random random = new Random(samples);
        int wrong = 0;
        for (int trial = 0; trial < 4000; trial++) {
            double[] a = random.doubles(samples, 0, 1)
                    .map(noise -> Math.exp(0.1 * noise))
                    .toArray();
            double[] b = random.doubles(samples, 0, 1)
                    .map(noise -> Math.exp(0.1 * noise))
                    .toArray();
            QuickestRatios.Result result = QuickestRatios.of(a, b);
            assertThat(Answer.excludesOne(result.ratio())).isEqualTo(result.pValue() < 0.05);
            wrong += result.pValue() < 0.05 ? 1 : 0;
        }
        assertThat(wrong).isBetween(60, 260);
    }
}
