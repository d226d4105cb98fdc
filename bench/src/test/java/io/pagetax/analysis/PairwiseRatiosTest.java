package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pagetax.result.Estimate;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PairwiseRatiosTest {

    private static final int TRIALS = 2_000;

    private final Random random = new Random(20_260_101);

    private double[] noisy(int count, double nanos) {
        return DoubleStream.generate(() -> nanos * Math.exp(0.05 * random.nextGaussian()))
                .limit(count)
                .toArray();
    }

    /** Of two values against three, six ratios: 10/8, 10/5, 10/4, 20/8, 20/5, 20/4. */
    @Test
    void takeTheMiddleOfAllRatios() {
        assertThat(PairwiseRatios.estimate(new double[] {10, 20}, new double[] {8, 5, 4})
                        .median())
                .isCloseTo(2.5, within(1e-12));
    }

    @Test
    void areTheInverseOfTheInverseRatio() {
        double[] one = noisy(7, 100);
        double[] other = noisy(9, 120);
        Estimate up = PairwiseRatios.estimate(other, one);
        Estimate down = PairwiseRatios.estimate(one, other);
        assertThat(up.median()).isCloseTo(1 / down.median(), within(1e-12));
        assertThat(Objects.requireNonNull(up.lo95())).isCloseTo(1 / Objects.requireNonNull(down.hi95()), within(1e-12));
    }

    @Test
    void haveNoIntervalWithFewerThanSixValuesOnASide() {
        assertThat(PairwiseRatios.estimate(noisy(5, 1), noisy(9, 1)).lo95()).isNull();
        assertThat(PairwiseRatios.estimate(noisy(9, 1), noisy(5, 1)).hi95()).isNull();
        assertThat(PairwiseRatios.estimate(noisy(6, 1), noisy(6, 1)).lo95()).isNotNull();
    }

    @Test
    void doNotMindAnOutlier() {
        double[] one = noisy(9, 100);
        double[] other = noisy(9, 100);
        other[8] = 100_000;
        Estimate estimate = PairwiseRatios.estimate(other, one);
        assertThat(estimate.median()).isCloseTo(1, within(0.05));
        assertThat(Objects.requireNonNull(estimate.hi95())).isLessThan(1.15);
    }

    @Test
    void coverTheTrueRatioInNineteenOfTwentyCases() {
        int covered = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Estimate estimate = PairwiseRatios.estimate(noisy(8, 110), noisy(7, 100));
            covered += Objects.requireNonNull(estimate.lo95()) <= 1.1 && 1.1 <= Objects.requireNonNull(estimate.hi95())
                    ? 1
                    : 0;
        }
        assertThat(covered).isBetween(TRIALS * 94 / 100, TRIALS * 98 / 100);
    }
}
