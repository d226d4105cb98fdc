package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import io.pagetax.result.TargetRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTextTest {

    @Test
    void linesUpRatiosAndSaysWhereTheCacheBeginsToPay() throws Exception {
        Golden.assertSame(ComparisonText.render(Runs.ofEveryKind()), "comparisons.txt");
    }

    @Test
    void saysWhyThereIsNoIntervalIfRoundsAreTooFew() {
        assertThat(ComparisonText.interval(new Estimate(0.9, null, null))).isEqualTo("6 rounds needed");
    }

    @Test
    void isNothingIfNothingWasCompared() {
        assertThat(ComparisonText.render(Runs.of(List.of(), List.of()))).isEmpty();
    }

    @Test
    void leavesOutWhatWasComparedBetweenTargets() {
        Run run = TargetRuns.of(List.of("a", "b"));
        Comparison between = TargetRuns.comparison("b", "a", "direct", 0.5, true);
        Comparison within = new Comparison("tax.x", between.denominator(), between.denominator(), between.ratio(), 7);
        assertThat(ComparisonText.render(TargetRuns.with(run, run.rows(), List.of(within, between))))
                .contains("tax.x")
                .doesNotContain("target.b");
        assertThat(ComparisonText.render(TargetRuns.with(run, run.rows(), List.of(between))))
                .isEmpty();
    }
}
