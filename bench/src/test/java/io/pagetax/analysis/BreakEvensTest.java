package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pagetax.result.BreakEven;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BreakEvensTest {

    private static final double[] ROUNDS = {1, 1.5, 2, 0.5, 3, 1.2, 0.9};

    /** The same in every round, but for a drift that all rows share. */
    private static RowTimes row(String id, double nanos) {
        Map<Integer, Double> times = new TreeMap<>();
        for (int round = 0; round < ROUNDS.length; round++) {
            times.put(round + 1, nanos * ROUNDS[round]);
        }
        return new RowTimes(id, times, Map.of());
    }

    private static BreakEvens.Point point(double hitRatio, double nanos) {
        return new BreakEvens.Point(hitRatio, row("at" + hitRatio, nanos));
    }

    private static BreakEven of(BreakEvens.Point... curve) {
        return BreakEvens.of("path", row("direct", 100), List.of(curve)).orElseThrow();
    }

    @Test
    void liesWhereAStraightCurveCrossesAndThenIsAsPredicted() {
        // A miss costs 30 more than direct, a hit 70 less: h = 30 / (30 + 70).
        BreakEven even = of(point(0, 130), point(0.5, 80), point(1, 30));
        assertThat(even.measured().median()).isCloseTo(0.3, within(1e-12));
        assertThat(even.predicted().median()).isCloseTo(0.3, within(1e-12));
        assertThat(even.rounds()).isEqualTo(7);
        assertThat(even.rows()).containsExactly("at0.0", "at0.5", "at1.0");
    }

    @Test
    void isMeasuredOnTheCurveEvenIfThatIsNotStraight() {
        BreakEven even = of(point(0, 130), point(0.5, 110), point(0.9, 70), point(1, 30));
        assertThat(even.measured().median()).isCloseTo(0.6, within(1e-12));
        assertThat(even.predicted().median()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void isZeroIfTheCacheIsCheaperFromTheStart() {
        BreakEven even = of(point(0, 99), point(1, 30));
        assertThat(even.measured().median()).isZero();
        assertThat(even.predicted().median()).isZero();
    }

    @Test
    void isOneIfEvenHitsAreDearer() {
        BreakEven even = of(point(0, 130), point(1, 101));
        assertThat(even.measured().median()).isEqualTo(1);
        assertThat(even.predicted().median()).isEqualTo(1);
    }

    @Test
    void needsBothEndsOfTheCurveAndARoundThatAllHave() {
        RowTimes direct = row("direct", 100);
        assertThat(BreakEvens.of("path", direct, List.of(point(0, 130), point(0.9, 50))))
                .isEmpty();
        assertThat(BreakEvens.of("path", direct, List.of(point(0.1, 130), point(1, 50))))
                .isEmpty();
        assertThat(BreakEvens.of("path", direct, List.of())).isEmpty();
        RowTimes late = new RowTimes("late", Map.of(99, 1.0), Map.of());
        assertThat(BreakEvens.of("path", direct, List.of(point(0, 130), new BreakEvens.Point(1, late))))
                .isEmpty();
    }
}
