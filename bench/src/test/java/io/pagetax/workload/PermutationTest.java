package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

    private static final long DRAWING_SEED = 20_260_101;
    private static final int SEEDS = 20;
    private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 63, 64, 65, 999, 1000, 1024, 4097, 65_536, 65_537};

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.of(0, 1, 42, -1, Long.MIN_VALUE, Long.MAX_VALUE),
                new SplittableRandom(DRAWING_SEED).longs(SEEDS));
    }

    static Stream<Arguments> sizesAndSeeds() {
        return IntStream.of(SIZES).boxed().flatMap(n -> seeds().mapToObj(seed -> Arguments.of(n, seed)));
    }

    @ParameterizedTest
    @MethodSource("sizesAndSeeds")
    void mapsTheNumbersBelowNOntoThemselves(int n, long seed) {
        Permutation permutation = new Permutation(n, seed);
        BitSet seen = new BitSet(n);
        for (int i = 0; i < n; i++) {
            long image = permutation.apply(i);
            assertThat(image).isBetween(0L, n - 1L);
            seen.set((int) image);
        }
        assertThat(seen.cardinality()).isEqualTo(n);
    }

    @ParameterizedTest
    @MethodSource("sizesAndSeeds")
    void isUndoneByItsInverse(int n, long seed) {
        Permutation permutation = new Permutation(n, seed);
        for (int i = 0; i < n; i++) {
            assertThat(permutation.invert(permutation.apply(i))).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isUndoneWhenNIsHuge(long seed) {
        Permutation permutation = new Permutation((1L << 62) + 12_345, seed);
        LongStream.range(0, 1000)
                .map(i -> i * 4_611_686_018_427_387L)
                .forEach(i ->
                        assertThat(permutation.invert(permutation.apply(i))).isEqualTo(i));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void staysInRangeWhenNIsHuge(long seed) {
        long n = (1L << 50) + 12_345;
        Permutation permutation = new Permutation(n, seed);
        long distinct =
                LongStream.range(0, 10_000).map(permutation::apply).distinct().count();
        assertThat(distinct).isEqualTo(10_000);
        assertThat(LongStream.range(n - 1000, n).map(permutation::apply).allMatch(image -> image >= 0 && image < n))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1000, 65_536, 65_537})
    void givesTheSameOrderForTheSameSeed(int n) {
        assertThat(images(n, 42)).isEqualTo(images(n, 42));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesAnotherOrderForAnotherSeed(long seed) {
        int n = 1000;
        long[] one = images(n, seed);
        long[] next = images(n, seed + 1);
        long alike = LongStream.range(0, n)
                .filter(i -> one[(int) i] == next[(int) i])
                .count();
        assertThat(alike)
                .as("places that two orders have in common, one on average")
                .isLessThan(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void putsConsecutiveNumbersAThirdOfTheRangeApartOnAverage(long seed) {
        int n = 65_536;
        long[] images = images(n, seed);
        double sum = 0;
        for (int i = 1; i < n; i++) {
            sum += Math.abs(images[i] - images[i - 1]);
        }
        assertThat(sum / (n - 1) / n).isCloseTo(1.0 / 3, within(0.03));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void drawsHalfOfTheFirstTenthFromTheLowerHalf(long seed) {
        int n = 65_536;
        Permutation permutation = new Permutation(n, seed);
        long below = LongStream.range(0, n / 10)
                .filter(i -> permutation.apply(i) < n / 2)
                .count();
        assertThat(below / (n / 10.0)).isCloseTo(0.5, within(0.05));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isIndependentOfThePermutationOfAnotherSeed(long seed) {
        int n = 65_536;
        Permutation order = new Permutation(n, seed);
        for (long other : new long[] {seed + 1, seed + 1000, seed * 31 + 7, ~seed}) {
            Permutation draw = new Permutation(n, other);
            long hits = LongStream.range(0, n / 10)
                    .filter(i -> draw.apply(order.apply(i)) < n / 2)
                    .count();
            assertThat(hits / (n / 10.0)).as("share drawn, seed %d", other).isCloseTo(0.5, within(0.05));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void refusesARangeWithoutNumbers(long n) {
        assertThatThrownBy(() -> new Permutation(n, 42))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n=" + n);
    }

    @Test
    void mapsTheOnlyNumberToItself() {
        assertThat(new Permutation(1, 7).apply(0)).isZero();
    }

    private static long[] images(int n, long seed) {
        Permutation permutation = new Permutation(n, seed);
        return LongStream.range(0, n).map(permutation::apply).toArray();
    }
}
