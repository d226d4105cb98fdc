package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Estimate;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediansTest {

    private static final int SIMULATIONS = 20_000;

    static IntStream counts() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void giveNoIntervalForFewerThanSixValues(int count) {
        Estimate estimate = Medians.estimate(oneTo(count));
        assertThat(estimate.median()).isEqualTo((count + 1) / 2.0);
        assertThat(estimate.lo95()).isNull();
        assertThat(estimate.hi95()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"6, 1, 6", "7, 1, 7", "8, 1, 8", "9, 2, 8", "11, 2, 10", "12, 3, 10", "15, 4, 12", "30, 10, 21"})
    void reachFromOneOrderStatisticToTheOneAsFarFromTheOtherEnd(int count, double lo, double hi) {
        Estimate estimate = Medians.estimate(oneTo(count));
        assertThat(estimate).isEqualTo(new Estimate((count + 1) / 2.0, lo, hi));
    }

    /** The number of values below the true median is binomial with probability 1/2: counted here in whole numbers. */
    @ParameterizedTest
    @MethodSource("counts")
    void areTheNarrowestThatTheBinomialDistributionAllows(int count) {
        int leftOut = -1;
        BigInteger tail = BigInteger.ONE;
        while (tail.multiply(BigInteger.valueOf(40)).compareTo(BigInteger.TWO.pow(count)) <= 0) {
            leftOut++;
            tail = tail.add(choose(count, leftOut + 1));
        }
        Estimate estimate = Medians.estimate(oneTo(count));
        assertThat(estimate.lo95()).isEqualTo(leftOut < 0 ? null : Double.valueOf(leftOut + 1));
        assertThat(estimate.hi95()).isEqualTo(leftOut < 0 ? null : Double.valueOf(count - leftOut));
    }

    /** A skewed distribution with a heavy tail, as latencies have. Its median is 1. */
    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 9, 12, 15, 21, 30})
    void coverTheTrueMedianInNinetyFivePercentOfSamples(int count) {
        Random random = new Random(count);
        int covered = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            double[] sample =
                    random.doubles(count).map(u -> Math.pow(1 / u - 1, 2)).toArray();
            covered += covers(Medians.estimate(sample), 1) ? 1 : 0;
        }
        assertThat((double) covered / SIMULATIONS).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void dependOnTheValuesAndNotOnTheirOrder() {
        double[] shuffled = {5, 1, 9, 3, 7, 2, 8, 4, 6};
        assertThat(Medians.estimate(shuffled)).isEqualTo(new Estimate(5, 2.0, 8.0));
        assertThat(shuffled).containsExactly(5, 1, 9, 3, 7, 2, 8, 4, 6);
    }

    @Test
    void areTheMeanOfTheMiddleTwoIfTheCountIsEven() {
        assertThat(Medians.estimate(new double[] {10, 1, 2, 100}).median()).isEqualTo(6);
    }

    private static boolean covers(Estimate estimate, double truth) {
        Double lo = estimate.lo95();
        Double hi = estimate.hi95();
        return lo != null && hi != null && lo <= truth && truth <= hi;
    }

    private static double[] oneTo(int count) {
        return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    }

    private static BigInteger choose(int n, int k) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return ways;
    }
}
