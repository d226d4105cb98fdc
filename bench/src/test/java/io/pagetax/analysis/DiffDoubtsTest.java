package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Calibration;
import io.pagetax.result.CellDiff;
import io.pagetax.result.Comparison;
import io.pagetax.result.DiffRuns;
import io.pagetax.result.DiffRuns.Times;
import io.pagetax.result.EnvironmentChange;
import io.pagetax.result.Estimate;
import io.pagetax.result.Records;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import io.pagetax.result.Runs;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiffDoubtsTest {

    private static final double THRESHOLD = 0.03;

    private static RunFiles run(int cells, int rounds, double factor) {
        return DiffRuns.of(IntStream.range(0, cells)
                .mapToObj(cell -> Times.of(
                        "cell" + cell,
                        DoubleStream.iterate(10_000, nanos -> nanos + 10)
                                .map(nanos -> nanos * factor)
                                .limit(rounds)
                                .boxed()
                                .toList()))
                .toArray(Times[]::new));
    }

    private static List<String> doubts(RunFiles a, RunFiles b) {
        return RunComparison.of(a, b, THRESHOLD, false).warnings();
    }

    private static Run with(
            Run run,
            String status,
            @Nullable Calibration calibration,
            List<EnvironmentChange> changes,
            List<Row> rows,
            List<Comparison> comparisons) {
        return Records.with(
                Records.with(run, "calibration", calibration),
                Map.of("status", status, "environmentChanges", changes, "rows", rows, "comparisons", comparisons));
    }

    @Test
    void areNoneOfRunsWithNothingUnusual() {
        assertThat(doubts(run(3, 7, 1), run(3, 7, 1.05))).isEmpty();
    }

    @Test
    void areWhatIsToBeSaidOfARunAsAWhole() {
        RunFiles files = run(1, 7, 1);
        Comparison control = new Comparison(Answer.CONTROL, "cell0-again", "cell0", new Estimate(1.04, 1.02, 1.06), 7);
        Run doubtful = with(
                files.run(),
                Run.PARTIAL,
                Runs.calibration(12_000),
                List.of(new EnvironmentChange("governor", null, "powersave")),
                files.run().rows(),
                List.of(control));
        assertThat(doubts(files, DiffRuns.with(files, doubtful)))
                .containsExactly(
                        "B was stopped before it was complete",
                        "the calibration of B is refuted: a known delay of 10000 ns is shown as 12000 ns",
                        "during B governor went from unknown to powersave",
                        "the control of B moved by +4.0 % (95 % interval +2.0 % to +6.0 %, 7 rounds): cell0-again"
                                + " against the same, cell0; changes of that size may be noise even within one run");
    }

    @Test
    void areAHarnessThatWasNotCalibrated() {
        RunFiles files = run(1, 7, 1);
        Run run = files.run();
        Run bare = with(run, run.status(), null, List.of(), run.rows(), List.of());
        assertThat(doubts(DiffRuns.with(files, bare), files)).containsExactly("A has no calibration of its harness");
    }

    @Test
    void areCellsThatMoveTogether() {
        assertThat(doubts(run(6, 7, 1), run(6, 7, 1.02)))
                .containsExactly(
                        "the cells moved together, by +2.0 % in the median, which another day of the same machine"
                                + " would look like: of that +1.5 % is not counted as a change; repeat both runs in turn before you"
                                + " quote any");
        assertThat(doubts(run(6, 7, 1), run(6, 7, 1.005))).isEmpty();
        assertThat(doubts(run(5, 7, 1), run(5, 7, 1.02))).isEmpty();
    }

    @Test
    void areMoreCellsThanSoFewRoundsCanDecide() {
        assertThat(doubts(run(11, 6, 1), run(11, 6, 1))).isEmpty();
        assertThat(doubts(run(12, 6, 1), run(12, 6, 1)))
                .containsExactly("with 6 samples against 6 and 12 cells no change of the time per operation can be"
                        + " significant, however large: take more rounds, or fewer cells");
    }

    @Test
    void areWhatTheRowsThemselvesTell() {
        RunFiles files = run(2, 7, 1);
        Run run = files.run();
        Row trend = unsteady(run.rows().get(0));
        Row busy = Runs.warned(run.rows().get(1), List.of("others read from the disk"));
        Run doubtful = with(run, run.status(), run.calibration(), List.of(), List.of(trend, busy), List.of());
        assertThat(doubts(files, DiffRuns.with(files, doubtful)))
                .containsExactly(
                        "cell0 was not steady in B: its times have a trend, so that a change may be one within the run",
                        "1 of 2 rows of B have warnings of their own, such as cell1: others read from the disk");
        assertThat(RunComparison.of(files, DiffRuns.with(files, doubtful), THRESHOLD, false)
                        .cells())
                .allMatch(cell -> cell.verdict() == CellDiff.Verdict.NOT_SIGNIFICANT);
    }

    private static Row unsteady(Row row) {
        return Records.with(row, "steady", false);
    }
}
