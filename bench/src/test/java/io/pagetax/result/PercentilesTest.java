package io.pagetax.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {

    @Test
    void readWhatTheHistogramHolds() {
        Percentiles percentiles = Percentiles.of(oneTo(10_000_000), 3);
        assertThat(percentiles.count()).isEqualTo(10_000_000);
        assertThat(percentiles.min()).isEqualTo(1);
        assertThat(percentiles.mean()).isCloseTo(5_000_000, within(5000.0));
        assertThat(percentiles.max()).isBetween(10_000_000L, 10_010_000L);
        assertThat(percentiles.overflow()).isEqualTo(3);
        assertThat(at(percentiles)).doesNotContainNull();
        assertThat(percentiles.p50()).isBetween(5_000_000L, 5_005_000L);
        assertThat(percentiles.p95()).isBetween(9_500_000L, 9_510_000L);
        assertThat(percentiles.p99999()).isBetween(9_999_900L, 10_010_000L);
    }

    /** {@code known} counts from the left: p50, p90, p95, p99, p99.9, p99.99, p99.999. */
    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "19, 0",
        "20, 1",
        "99, 1",
        "100, 2",
        "199, 2",
        "200, 3",
        "999, 3",
        "1000, 4",
        "9999, 4",
        "10000, 5",
        "99999, 5",
        "100000, 6",
        "999999, 6",
        "1000000, 7"
    })
    void areKnownFromTenValuesBeyondThem(int count, int known) {
        @Nullable Long[] percentiles = at(Percentiles.of(oneTo(count), 0));
        assertThat(Arrays.copyOf(percentiles, known)).doesNotContainNull();
        assertThat(Arrays.copyOfRange(percentiles, known, percentiles.length)).allMatch(Objects::isNull);
    }

    @Test
    void giveMinimumAndMaximumHoweverFewValuesThereAre() {
        Percentiles percentiles = Percentiles.of(oneTo(1), 0);
        assertThat(percentiles.min()).isEqualTo(1);
        assertThat(percentiles.max()).isEqualTo(1);
    }

    private static @Nullable Long[] at(Percentiles of) {
        return new @Nullable Long[] {of.p50(), of.p90(), of.p95(), of.p99(), of.p999(), of.p9999(), of.p99999()};
    }

    private static Histogram oneTo(int count) {
        Histogram histogram = new Histogram(3_600_000_000_000L, 3);
        for (int value = 1; value <= count; value++) {
            histogram.recordValue(value);
        }
        return histogram;
    }
}
