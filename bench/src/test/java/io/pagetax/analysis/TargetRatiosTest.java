package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.analysis.TargetRatios.Pair;
import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetRatiosTest {

    private static final int ROUNDS = 6;
    private static final int CELLS = 12;
    private static final int RUNS = 100;

    private final Random random = new Random(20_260_101);

    private static RowTimes times(String id, double... nanos) {
        Map<Integer, Double> byRound = new TreeMap<>();
        IntStream.range(0, nanos.length).forEach(index -> byRound.put(index + 1, nanos[index]));
        return new RowTimes(id, byRound, Map.of());
    }

    /** On a machine that gets slower from round to round, which concerns both sides. */
    private static RowTimes noisy(String id, double nanos, DoubleSupplier logarithmOfNoise) {
        return times(
                id,
                IntStream.rangeClosed(1, ROUNDS)
                        .mapToDouble(round -> nanos * round * Math.exp(logarithmOfNoise.getAsDouble()))
                        .toArray());
    }

    /** Ten percent most of the time, so that the threshold is no help, and as much as the time itself every now and then. */
    private double heavyTailed() {
        double spike = random.nextInt(10) == 0 ? random.nextDouble() : 0;
        return 0.1 * random.nextGaussian() + spike;
    }

    private double twoPercent() {
        return 0.02 * random.nextGaussian();
    }

    /** A run of twelve cells, of which the first is slower on the other target. */
    private List<Comparison> run(double ratioOfFirst, DoubleSupplier noise) {
        List<Pair> pairs = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            double nanos = 1_000 * (cell + 1);
            pairs.add(new Pair(
                    "other",
                    noisy("other-" + cell, cell == 0 ? nanos * ratioOfFirst : nanos, noise),
                    noisy("base-" + cell, nanos, noise)));
        }
        return TargetRatios.compare(pairs);
    }

    private static long found(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(comparison -> Boolean.TRUE.equals(comparison.significant()))
                .count();
    }

    /** By intervals alone, some cell would be said to differ in far more of them. */
    @Test
    void ofTwoTargetsThatAreTheSameAreFoundInOneRunOfTwentyAtMost() {
        int wrong = 0;
        int byIntervals = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Comparison> comparisons = run(1, this::heavyTailed);
            wrong += found(comparisons) > 0 ? 1 : 0;
            byIntervals += comparisons.stream().anyMatch(each -> Answer.excludesOne(each.ratio())) ? 1 : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(RUNS / 20);
        assertThat(byIntervals).isGreaterThan(RUNS / 10);
    }

    @Test
    void ofTenPercentAreFoundInNoiseOfTwoAndNothingElseIs() {
        int right = 0;
        int more = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Comparison> comparisons = run(1.1, this::twoPercent);
            right += Boolean.TRUE.equals(comparisons.get(0).significant()) ? 1 : 0;
            more += found(comparisons.subList(1, CELLS)) > 0 ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(RUNS * 9 / 10);
        assertThat(more).isLessThanOrEqualTo(RUNS / 20);
    }

    @ParameterizedTest
    @CsvSource({"1.04, false", "0.96, false", "1.06, true", "0.94, true"})
    void needAChangeOfAtLeastFivePercentHoweverClearItIs(double ratio, boolean significant) {
        RowTimes base = times("base", 100, 101, 102, 103, 104, 105);
        RowTimes other = times(
                "other",
                IntStream.range(0, ROUNDS)
                        .mapToDouble(index -> (100 + index) * (ratio + index * 1e-5))
                        .toArray());
        assertThat(TargetRatios.compare(List.of(new Pair("b", other, base))))
                .singleElement()
                .satisfies(comparison -> {
                    assertThat(comparison.significant()).isEqualTo(significant);
                    assertThat(comparison.adjustedP()).isLessThan(1e-6);
                });
    }

    /** One round goes the other way. */
    @Test
    void needAnIntervalThatLeavesOutOne() {
        RowTimes base = times("base", 100, 100, 100, 100, 100, 100);
        RowTimes other = times("other", 120, 121, 119, 120, 122, 99.9);
        Comparison comparison =
                TargetRatios.compare(List.of(new Pair("b", other, base))).get(0);
        assertThat(comparison.adjustedP()).isLessThan(TargetRatios.LEVEL);
        assertThat(comparison.significant()).isFalse();
    }

    @Test
    void areNotSpokenOfWithFewerThanSixRounds() {
        RowTimes base = times("base", 100, 100, 100, 100, 100);
        RowTimes other = times("other", 200, 201, 202, 203, 204);
        Comparison comparison =
                TargetRatios.compare(List.of(new Pair("b", other, base))).get(0);
        assertThat(comparison.ratio()).isEqualTo(new Estimate(2.02, null, null));
        assertThat(comparison.significant()).isNull();
        assertThat(comparison.adjustedP()).isNull();
    }

    @Test
    void areCorrectedForTheNumberOfThoseThatCanBeTested() {
        RowTimes base = times("base", 100, 100, 100, 100, 100, 100);
        Pair different = new Pair("b", times("b", 130, 110, 120, 125, 111, 114), base);
        Pair alike = new Pair("b", times("b2", 100, 101, 99, 100, 102, 98), base);
        Pair few = new Pair("b", times("b3", 130, 140), base);
        double alone = Objects.requireNonNull(
                TargetRatios.compare(List.of(different)).get(0).adjustedP());
        List<Comparison> several = TargetRatios.compare(List.of(few, alike, different));
        assertThat(several.get(2).adjustedP()).isEqualTo(2 * alone);
        assertThat(several).extracting(Comparison::significant).containsExactly(null, false, true);
    }

    @Test
    void areNoneWhereAllIsExactlyAlike() {
        RowTimes same = times("same", 100, 100, 100, 100, 100, 100);
        assertThat(TargetRatios.compare(List.of(new Pair("b", same, same))))
                .singleElement()
                .satisfies(comparison -> {
                    assertThat(comparison.name()).isEqualTo("target.b");
                    assertThat(comparison.significant()).isFalse();
                    assertThat(comparison.adjustedP()).isEqualTo(1);
                    assertThat(TargetRatios.isOne(comparison)).isTrue();
                });
    }

    @Test
    void areLeftOutWithoutARoundInCommon() {
        Pair apart = new Pair("b", times("b", 1), new RowTimes("a", Map.of(2, 1.0), Map.of()));
        assertThat(TargetRatios.compare(List.of(apart))).isEmpty();
        assertThat(TargetRatios.compare(List.of())).isEmpty();
    }

    /** By name, it looks at taxes alone. */
    @Test
    void doNotConcernThePrecisionThatWasAskedFor() {
        assertThat(Precision.widest(run(1, this::heavyTailed))).isEmpty();
    }
}
