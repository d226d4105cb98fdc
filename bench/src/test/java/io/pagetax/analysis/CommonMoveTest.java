package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CommonMoveTest {

    private static final double MOST = 0.015;

    @Test
    void isTheLeastThatAllCellsShare() {
        assertThat(CommonMove.factor(new double[] {1.02, 1.01, 1.05, 1.03, 1.02, 1.3}, MOST))
                .isEqualTo(1.01);
        assertThat(CommonMove.factor(new double[] {0.98, 0.99, 0.95, 0.97, 0.98, 0.7}, MOST))
                .isEqualTo(0.99);
    }

    @Test
    void isNoMoreThanIsAllowed() {
        assertThat(CommonMove.factor(new double[] {1.1, 1.1, 1.1, 1.1, 1.1, 1.1}, MOST))
                .isEqualTo(1 + MOST);
        assertThat(CommonMove.factor(new double[] {0.9, 0.9, 0.9, 0.9, 0.9, 0.9}, MOST))
                .isEqualTo(1 / (1 + MOST));
    }

    @Test
    void isNoneIfOneMovedTheOtherWay() {
        assertThat(CommonMove.factor(new double[] {1.02, 1.02, 1.02, 1.02, 1.02, 0.999}, MOST))
                .isEqualTo(1);
        assertThat(CommonMove.factor(new double[] {1, 1, 1, 1, 1, 1}, MOST)).isEqualTo(1);
    }

    @Test
    void isNoneOfFewerThanSix() {
        assertThat(CommonMove.factor(new double[] {1.02, 1.02, 1.02, 1.02, 1.02}, MOST))
                .isEqualTo(1);
        assertThat(CommonMove.factor(new double[0], MOST)).isEqualTo(1);
    }

    @Test
    void leavesOutOneOfTen() {
        double[] ratios = new double[10];
        Arrays.fill(ratios, 1.01);
        ratios[3] = 0.9;
        assertThat(CommonMove.factor(ratios, MOST)).isEqualTo(1.01);
        ratios[4] = 0.9;
        assertThat(CommonMove.factor(ratios, MOST)).isEqualTo(1);
    }
}
