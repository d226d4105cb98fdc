package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatiosTest {

    @Test
    void areFormedWithinRoundsSoThatDriftCancels() {
        Map<Integer, Double> below = new HashMap<>();
        Map<Integer, Double> above = new HashMap<>();
        IntStream.rangeClosed(1, 7).forEach(round -> {
            below.put(round, 1000.0 * round);
            above.put(round, 1500.0 * round);
        });
        assertThat(Ratios.compare("name", "above", above, "below", below))
                .contains(new Comparison("name", "above", "below", new Estimate(1.5, 1.5, 1.5), 7));
    }

    @Test
    void leaveOutRoundsThatOneSideLacks() {
        Map<Integer, Double> above = Map.of(1, 2.0, 2, 99.0, 4, 6.0);
        Map<Integer, Double> below = Map.of(1, 1.0, 3, 99.0, 4, 2.0);
        assertThat(Ratios.compare("name", "above", above, "below", below))
                .contains(new Comparison("name", "above", "below", new Estimate(2.5, null, null), 2));
    }

    @Test
    void areNotToBeHadWithoutARoundInCommon() {
        assertThat(Ratios.compare("name", "above", Map.of(1, 2.0), "below", Map.of(2, 1.0)))
                .isEmpty();
        assertThat(Ratios.compare("name", "above", Map.of(), "below", Map.of(2, 1.0)))
                .isEmpty();
    }

    @Test
    void areTheMedianOfRatiosAndNotTheRatioOfMedians() {
        Map<Integer, Double> above = Map.of(1, 10.0, 2, 20.0, 3, 90.0);
        Map<Integer, Double> below = Map.of(1, 10.0, 2, 40.0, 3, 10.0);
        assertThat(Ratios.compare("name", "above", above, "below", below)
                        .orElseThrow()
                        .ratio()
                        .median())
                .isEqualTo(1.0);
    }
}
