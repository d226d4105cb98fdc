package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatiosTest {

    private static RowTimes times(String id, Map<Integer, Double> nanos) {
        return new RowTimes(id, nanos, Map.of());
    }

    private static Comparison compare(Map<Integer, Double> above, Map<Integer, Double> below) {
        return Ratios.compare("name", times("above", above), times("below", below))
                .orElseThrow();
    }

    @Test
    void areFormedWithinRoundsSoThatDriftCancels() {
        Map<Integer, Double> below = new HashMap<>();
        Map<Integer, Double> above = new HashMap<>();
        IntStream.rangeClosed(1, 7).forEach(round -> {
            below.put(round, 1000.0 * round);
            above.put(round, 1500.0 * round);
        });
        Comparison comparison = compare(above, below);
        assertThat(comparison.ratio()).isEqualTo(new Estimate(1.5, 1.5, 1.5));
        assertThat(comparison.rounds()).isEqualTo(7);
        assertThat(comparison.numerator()).isEqualTo("above");
        assertThat(comparison.denominator()).isEqualTo("below");
        assertThat(comparison.differenceNs()).isEqualTo(new Estimate(2000, 500.0, 3500.0));
    }

    @Test
    void leaveOutRoundsThatOneSideLacks() {
        Comparison comparison = compare(Map.of(1, 2.0, 2, 99.0, 4, 6.0), Map.of(1, 1.0, 3, 99.0, 4, 2.0));
        assertThat(comparison.ratio()).isEqualTo(new Estimate(2.5, null, null));
        assertThat(comparison.rounds()).isEqualTo(2);
    }

    @Test
    void areNotToBeHadWithoutARoundInCommon() {
        assertThat(Ratios.compare("name", times("a", Map.of(1, 2.0)), times("b", Map.of(2, 1.0))))
                .isEmpty();
        assertThat(Ratios.compare("name", times("a", Map.of()), times("b", Map.of(2, 1.0))))
                .isEmpty();
    }

    @Test
    void areTheMedianOfRatiosAndNotTheRatioOfMedians() {
        assertThat(compare(Map.of(1, 10.0, 2, 20.0, 3, 90.0), Map.of(1, 10.0, 2, 40.0, 3, 10.0))
                        .ratio()
                        .median())
                .isEqualTo(1.0);
    }

    @Test
    void areFormedOfWhatIsLeftWhenAThirdRowIsSubtracted() {
        RowTimes above = times("above", Map.of(1, 9.0, 2, 10.0));
        RowTimes copy = times("copy", Map.of(1, 1.0, 2, 4.0));
        RowTimes below = times("below", Map.of(1, 4.0, 2, 3.0));
        Comparison comparison = Ratios.compare("name", above, copy, below).orElseThrow();
        assertThat(comparison.subtracted()).isEqualTo("copy");
        assertThat(comparison.ratio().median()).isEqualTo(2);
        assertThat(comparison.differenceNs()).isEqualTo(new Estimate(3.5, null, null));
    }

    @Test
    void ofProcessorTimeComeFromTheRoundsInWhichItWasTold() {
        RowTimes above = new RowTimes("above", Map.of(1, 9.0, 2, 9.0), Map.of(1, 3.0, 2, 8.0));
        RowTimes below = new RowTimes("below", Map.of(1, 3.0, 2, 3.0), Map.of(2, 2.0));
        Comparison comparison = Ratios.compare("name", above, below).orElseThrow();
        assertThat(comparison.cpuRatio()).isEqualTo(new Estimate(4, null, null));
        assertThat(comparison.cpuDifferenceNs()).isEqualTo(new Estimate(6, null, null));
        assertThat(comparison.rounds()).isEqualTo(2);
        assertThat(compare(Map.of(1, 1.0), Map.of(1, 1.0)).cpuRatio()).isNull();
    }
}
