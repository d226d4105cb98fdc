package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScatterTest {

    @Test
    void isTheStandardDeviationOfTheLogarithms() {
        Random random = new Random(42);
        double[] values = DoubleStream.generate(() -> 5_000 * Math.exp(0.03 * random.nextGaussian()))
                .limit(10_000)
                .toArray();
        assertThat(Scatter.of(values)).isCloseTo(0.03, within(0.001));
    }

    @Test
    void isNotChangedByAFewThatAreFarOff() {
        assertThat(Scatter.of(new double[] {100, 101, 99, 102, 98, 1_000_000, 1}))
                .isCloseTo(1.4826 * Math.log(102.0 / 100), within(2e-3));
    }

    @Test
    void isNoneOfValuesThatAreTheSame() {
        assertThat(Scatter.of(new double[] {7, 7, 7})).isZero();
    }
}
