package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Locales;
import io.pagetax.result.DiffRuns;
import io.pagetax.result.DiffRuns.Times;
import io.pagetax.result.Row;
import io.pagetax.result.RunDiff;
import io.pagetax.result.Runs;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiffAnswerTest {

    /** A run of cells whose times are those of the baseline times a factor each. */
    private static RunDiff diff(double threshold, double... factors) {
        return RunComparison.of(
                DiffRuns.of(cells(
                        DoubleStream.generate(() -> 1).limit(factors.length).toArray())),
                DiffRuns.of(cells(factors)),
                threshold,
                false);
    }

    private static Times[] cells(double... factors) {
        return IntStream.range(0, factors.length)
                .mapToObj(cell -> Times.of(
                        "cell" + cell,
                        IntStream.range(0, 7)
                                .mapToObj(round -> factors[cell] * (10_000 + round))
                                .toList()))
                .toArray(Times[]::new);
    }

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void namesWhatIsWorseAndWhatIsBetterInEveryLocale(Locale locale) throws Exception {
        assertThat(Locales.in(locale, () -> DiffAnswer.sentences(diff(0.03, 1.125, 1, 0.9, 1.25))))
                .containsExactly(
                        "2 of 4 cells are significantly worse: cell3 +25.0 % (95 % interval +25.0 % to +25.0 %), cell0"
                                + " +12.5 % (95 % interval +12.5 % to +12.5 %).",
                        "1 of 4 cells is significantly better: cell2 -10.0 % (95 % interval -10.0 % to -10.0 %).");
    }

    @Test
    void namesTheLargestThree() {
        assertThat(DiffAnswer.sentences(diff(0.03, 1.1, 1.2, 1.3, 1.4, 1.5)).get(0))
                .contains("cell4", "cell3", "cell2", ", and 2 more.")
                .doesNotContain("cell1");
    }

    @Test
    void findsNothing() {
        assertThat(DiffAnswer.sentences(diff(0.03, 1, 1.01)))
                .containsExactly("None of 2 cells shows a change of 3 % or more that could be told from noise.");
    }

    @Test
    void tellsWhatStaysOpen() {
        RunDiff few = RunComparison.of(
                DiffRuns.of(Times.of("x", 1000, 1001)), DiffRuns.of(Times.of("x", 2000, 2001)), 0.03, false);
        assertThat(DiffAnswer.sentences(few))
                .containsExactly("Of 1 cell nothing can be said: 6 samples on each side are needed.");
    }

    @Test
    void makesNoStatementWithoutACellToCompare() {
        List<Row> refuted = List.of(Runs.refuted("x", "direct", "no"));
        assertThat(DiffAnswer.sentences(RunComparison.of(
                        DiffRuns.of(refuted, List.of()), DiffRuns.of(refuted, List.of()), 0.03, false)))
                .containsExactly("No statement is possible: no cell is alike and verified in both runs.");
    }

    @ParameterizedTest
    @CsvSource({"0.03, 3 %", "0.005, 0.5 %", "0.1, 10 %", "0.12345, 12.345 %"})
    void writesTheThresholdAsItWasTyped(double threshold, String words) {
        assertThat(DiffAnswer.rule(diff(threshold, 1)))
                .startsWith("significant: the quickest operations by " + words + " or more");
    }
}
