package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.Locales;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import io.pagetax.result.TargetRuns;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SideBySideTextTest {

    private static final int WIDEST = 150;

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void looksTheSameInEveryLocale(Locale locale) throws Exception {
        Run run = TargetRuns.threeFileSystems("ext4", "xfs", "btrfs");
        Golden.assertSame(Locales.in(locale, () -> SideBySideText.render(run)), "side-by-side.txt");
    }

    @Test
    void fitsOntoAWideTerminal() {
        assertThat(SideBySideText.render(TargetRuns.threeFileSystems("ext4-loop", "xfs-loop", "btrfs-loop"))
                        .lines()
                        .filter(line -> line.startsWith("randread")))
                .hasSize(3)
                .allMatch(line -> line.length() <= WIDEST && line.equals(line.stripTrailing()));
    }

    @Test
    void saysNothingOfSignificanceWithTooFewRounds() {
        Run run = TargetRuns.of(List.of("a", "b"));
        assertThat(SideBySideText.render(TargetRuns.with(
                        run, run.rows(), List.of(TargetRuns.comparison("b", "a", "direct", 0.75, null)))))
                .contains("-25.0 %")
                .doesNotContain("*", "(");
    }

    @Test
    void saysWhyATargetHasNoNumber() {
        Row absent = TargetRuns.on("b", Runs.ofEveryKind().rows().get(2));
        Row there = TargetRuns.on("a", Runs.verified("a-randread", "dontcache", 1e4));
        Row alone = TargetRuns.row("c", "mmap", 1e4);
        Row besideIt = TargetRuns.row("a", "mmap", 1e4);
        assertThat(SideBySideText.render(Runs.of(List.of(there, absent, besideIt, alone), List.of())))
                .contains("unsupported", Units.NOT_AVAILABLE);
    }

    @Test
    void isNothingForOneTarget() {
        assertThat(SideBySideText.render(Runs.ofEveryKind())).isEmpty();
    }
}
