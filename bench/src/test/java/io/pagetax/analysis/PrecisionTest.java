package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionTest {

    private static Comparison comparison(String name, Estimate ratio) {
        return new Comparison(name, "a", "b", ratio, 7);
    }

    @Test
    void isHalfOfTheIntervalAsAShareOfTheMedian() {
        assertThat(Precision.halfWidth(new Estimate(2, 1.9, 2.2))).isCloseTo(0.075, within(1e-12));
        assertThat(Precision.halfWidth(new Estimate(2, null, null))).isInfinite();
    }

    @Test
    void isThatOfTheTaxThatIsKnownLeast() {
        Comparison narrow = comparison("tax.insertion", new Estimate(1.5, 1.49, 1.51));
        Comparison wide = comparison("tax.flush", new Estimate(3, 2.5, 3.5));
        Comparison other = comparison("gain.hit", new Estimate(1, 0.1, 9.0));
        assertThat(Precision.widest(List.of(narrow, wide, other))).contains(wide);
        assertThat(Precision.widest(List.of(other))).isEmpty();
    }
}
