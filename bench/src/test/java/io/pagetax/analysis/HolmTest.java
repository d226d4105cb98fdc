package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    /** The example of Wikipedia's article on the method: the first and the last of these are below 5 %. */
    @Test
    void multipliesTheSmallestMostAndKeepsTheOrder() {
        assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, ROUNDING);
    }

    /**
     * The fifteen p values of Benjamini and Hochberg (Journal of the Royal Statistical Society B 57, 1995, section 3.3), of
     * which control of any false finding leaves three.
     */
    @Test
    void leavesThreeOfTheFifteenThatWerePublished() {
        double[] pValues = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };
        double[] adjusted = Holm.adjust(pValues);
        assertThat(Arrays.copyOf(adjusted, 4)).containsExactly(new double[] {0.0015, 0.0056, 0.0247, 0.114}, ROUNDING);
        assertThat(adjusted).isSorted();
        assertThat(adjusted[9]).isEqualTo(1);
    }

    @Test
    void leavesASingleOneAloneAndNoneAsNone() {
        assertThat(Holm.adjust(new double[] {0.04})).containsExactly(0.04);
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }
}
