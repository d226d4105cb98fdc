package io.pagetax.analysis;

import static io.pagetax.result.TargetRuns.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Locales;
import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import io.pagetax.result.TargetRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetAnswerTest {

    private static final Run RUN = TargetRuns.of(List.of("ext4", "xfs"));

    private static List<String> sentences(Comparison... comparisons) {
        return Answer.sentences(TargetRuns.with(RUN, RUN.rows(), List.of(comparisons)));
    }

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void namesWhatIsFasterAndSlowerInEveryLocale(Locale locale) throws Exception {
        assertThat(Locales.in(
                        locale,
                        () -> sentences(
                                comparison("xfs", "ext4", "direct", 0.877, true),
                                comparison("xfs", "ext4", "buffered", 1.25, true),
                                comparison("xfs", "ext4", "mmap", 1.01, false))))
                .containsExactly(
                        "xfs against ext4: of 3 cells 1 is faster (randread-4k-direct-uncached -12.3 %), 1 is slower"
                                + " (randread-4k-buffered-uncached +25.0 %), 1 shows no difference of 5 % or more that could be"
                                + " told from noise (Holm-corrected over 3 comparisons, paired within rounds).");
    }

    @Test
    void findsNoDifferenceBetweenTargetsThatAreAlike() {
        assertThat(sentences(
                        comparison("xfs", "ext4", "direct", 1.02, false),
                        comparison("xfs", "ext4", "buffered", 0.97, false)))
                .containsExactly(
                        "xfs against ext4: of 2 cells none shows a difference of 5 % or more that could be told"
                                + " from noise (Holm-corrected over 2 comparisons, paired within rounds).");
    }

    @Test
    void namesTheLargestThreeAndTheNumberOfTheOthers() {
        List<Row> rows = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        IntStream.rangeClosed(1, 5).forEach(depth -> {
            for (String target : List.of("a", "b")) {
                Row row = Runs.verified(target + "-qd" + depth, "direct", 1e4);
                rows.add(TargetRuns.on(target, Runs.issued(row, "io_uring", "jna", depth)));
            }
            Estimate ratio = new Estimate(1 + depth / 10.0, 1.05, 1.6);
            comparisons.add(new Comparison("target.b", "b-qd" + depth, "a-qd" + depth, ratio, 7).judged(true, 0.01));
        });
        assertThat(Answer.sentences(Runs.of(rows, comparisons)))
                .singleElement()
                .asString()
                .contains("of 5 cells 5 are slower (qd5 +50.0 %, qd4 +40.0 %, qd3 +30.0 %, and 2 more) (");
    }

    @Test
    void saysWhyThereIsNoStatement() {
        assertThat(sentences(
                        comparison("xfs", "ext4", "direct", 3, null), comparison("xfs", "ext4", "buffered", 4, null)))
                .containsExactly("xfs against ext4: no statement is possible from 5 rounds, 6 are needed.");
        assertThat(sentences(
                        comparison("xfs", "ext4", "direct", 3, null), comparison("xfs", "ext4", "buffered", 1, false)))
                .singleElement()
                .asString()
                .contains("of 2 cells 1 shows no difference", "1 with fewer than 6 rounds stays open");
        List<Row> rows = List.of(TargetRuns.row("a", "mmap", 1e4), TargetRuns.refuted("b", "mmap"));
        assertThat(Answer.sentences(Runs.of(rows, List.of())))
                .containsExactly("b against a: no statement is possible, since no cell is verified on both.");
    }

    /** Files of earlier versions have no such comparisons. */
    @Test
    void saysNothingOfWhatWasNotCompared() {
        assertThat(sentences()).isEmpty();
    }
}
