package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.result.Estimate;
import io.pagetax.result.Runs;
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
}
