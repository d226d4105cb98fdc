package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pagetax.result.CellDiff;
import io.pagetax.result.CellDiff.Verdict;
import io.pagetax.result.DiffRuns;
import io.pagetax.result.DiffRuns.Times;
import io.pagetax.result.Estimate;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Records;
import io.pagetax.result.Row;
import io.pagetax.result.RowEvidence;
import io.pagetax.result.RunDiff;
import io.pagetax.result.RunFiles;
import io.pagetax.result.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunComparisonTest {

    private static final double[] BASE = {10_000, 10_010, 10_020, 10_030, 10_040, 10_050, 10_060};
    private static final double THRESHOLD = 0.03;

    private static Times times(String id, double factor) {
        return Times.of(id, Arrays.stream(BASE).map(nanos -> nanos * factor).toArray());
    }

    private static RunDiff diff(RunFiles a, RunFiles b) {
        return RunComparison.of(a, b, THRESHOLD, false);
    }

    private static CellDiff only(RunDiff diff) {
        assertThat(diff.cells()).hasSize(1);
        return diff.cells().get(0);
    }

    private static CellDiff.Ratios ratios(CellDiff cell) {
        return Objects.requireNonNull(cell.ratios());
    }

    private static RunFiles withRow(RunFiles files, Row row) {
        return DiffRuns.of(List.of(row), files.samples());
    }

    @ParameterizedTest
    @CsvSource({"1.04, WORSE", "1.02, NOT_SIGNIFICANT", "0.98, NOT_SIGNIFICANT", "0.96, BETTER"})
    void speaksOfChangesFromTheThresholdOn(double factor, Verdict verdict) {
        RunDiff diff = diff(DiffRuns.of(times("x", 1)), DiffRuns.of(times("x", factor)));
        assertThat(only(diff).verdict()).isEqualTo(verdict);
        assertThat(only(diff).significant()).isEqualTo(verdict != Verdict.NOT_SIGNIFICANT);
        assertThat(diff.isWorse()).isEqualTo(verdict == Verdict.WORSE);
        assertThat(diff.tests()).isEqualTo(2);
        assertThat(diff.tested()).isEqualTo(1);
    }

    @Test
    void hasEveryRatioOfTheSecondRunOverTheFirst() {
        CellDiff cell = only(diff(DiffRuns.of(times("x", 1)), DiffRuns.of(times("x", 1.25))));
        CellDiff.Ratios ratios = ratios(cell);
        assertThat(ratios.nsPerOp().median()).isCloseTo(1.25, within(1e-3));
        assertThat(ratios.iops().median()).isCloseTo(0.8, within(1e-3));
        assertThat(Stream.of(ratios.p50(), ratios.p99(), ratios.p999())).allSatisfy(ratio -> {
            assertThat(Objects.requireNonNull(ratio).median()).isCloseTo(1.25, within(1e-3));
            assertThat(Objects.requireNonNull(ratio.lo95())).isLessThan(1.25);
            assertThat(Objects.requireNonNull(ratio.hi95())).isGreaterThan(1.25);
        });
        assertThat(ratios.p9999()).isNull();
        assertThat(cell.a().samples()).isEqualTo(7);
    }

    /** A change that is clear in one cell alone may be chance among many. */
    @Test
    void correctsForTheNumberOfCells() {
        List<Double> overlapping = List.of(12_700.0, 12_710.0, 12_720.0, 12_730.0, 12_740.0, 10_045.0, 10_055.0);
        Times slower = new Times("x", overlapping, all(0.5));
        CellDiff alone = only(diff(DiffRuns.of(times("x", 1)), DiffRuns.of(slower)));
        assertThat(alone.verdict()).isEqualTo(Verdict.WORSE);
        List<Times> base = new ArrayList<>(List.of(times("x", 1)));
        List<Times> other = new ArrayList<>(List.of(slower));
        for (int cell = 0; cell < 9; cell++) {
            base.add(times("same" + cell, 1));
            other.add(times("same" + cell, 1));
        }
        RunDiff many = diff(DiffRuns.of(base.toArray(Times[]::new)), DiffRuns.of(other.toArray(Times[]::new)));
        assertThat(many.cells().get(0).verdict()).isEqualTo(Verdict.NOT_SIGNIFICANT);
        assertThat(many.cells().get(0).pValue()).isEqualTo(alone.pValue());
        assertThat(Objects.requireNonNull(many.cells().get(0).adjustedP()))
                .isCloseTo(20 * Objects.requireNonNull(alone.pValue()), within(1e-12));
    }

    @Test
    void leavesOpenWhatHasFewerThanSixSamplesOnASide() {
        RunFiles few = DiffRuns.of(Times.of("x", 20_000, 20_001, 20_002, 20_003, 20_004));
        CellDiff cell = only(diff(DiffRuns.of(times("x", 1)), few));
        assertThat(cell.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(cell.significant()).isNull();
        assertThat(cell.adjustedP()).isNull();
        assertThat(ratios(cell).nsPerOp().lo95()).isNull();
        assertThat(cell.reasons()).containsExactly("7 samples against 5, 6 on each side are needed for an interval");
    }

    @Test
    void takesTheMediansOfTheRowsWithoutAJournal() {
        RunFiles a = DiffRuns.of(times("x", 1));
        RunFiles b = DiffRuns.of(List.of(Runs.verified("x", "direct", 20_060)), List.of());
        CellDiff cell = only(diff(a, b));
        assertThat(cell.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(ratios(cell).nsPerOp()).isEqualTo(new Estimate(2, null, null));
        assertThat(ratios(cell).p50()).isEqualTo(new Estimate(1, null, null));
        assertThat(cell.reasons())
                .containsExactly(
                        "no samples in the journal of B: the ratio is that of the medians, without an interval");
    }

    @Test
    void leavesOutSamplesThatFailedOrAreRefuted() {
        RunFiles a = DiffRuns.of(times("x", 1));
        List<JournalEntry> samples = new ArrayList<>(a.samples());
        samples.add(spoilt("refuted", null));
        samples.add(spoilt("verified", "EIO"));
        CellDiff cell = only(diff(a, DiffRuns.of(a.run().rows(), samples)));
        assertThat(cell.b().samples()).isEqualTo(7);
        assertThat(ratios(cell).nsPerOp().median()).isCloseTo(1, within(1e-9));
    }

    private static JournalEntry spoilt(String verdict, @Nullable String failure) {
        JournalEntry entry = DiffRuns.sample("x", 8, 90_000, 45_000);
        return Records.with(Records.with(entry, "failure", failure), "verdict", verdict);
    }

    @Test
    void hasNoRatioOfWhatIsNotTrusted() {
        RunFiles a = DiffRuns.of(times("x", 1));
        RunFiles b = withRow(a, Runs.refuted("x", "direct", "17 pages resident, 0 expected"));
        CellDiff cell = only(RunComparison.of(a, b, THRESHOLD, true));
        assertThat(cell.verdict()).isEqualTo(Verdict.UNTRUSTED);
        assertThat(cell.ratios()).isNull();
        assertThat(cell.reasons()).containsExactly("refuted in B: 17 pages resident, 0 expected");
        assertThat(only(diff(b, a)).reasons()).containsExactly("refuted in A: 17 pages resident, 0 expected");
    }

    @Test
    void hasNoRatioOfWhatWasNotAskedForTheSameUnlessForced() {
        RunFiles a = DiffRuns.of(times("x", 1));
        RunFiles b = withRow(
                DiffRuns.of(times("x", 2)), Runs.issued(Runs.verified("x", "direct", 20_000), "io_uring", "jna", 8));
        CellDiff cell = only(diff(a, b));
        assertThat(cell.verdict()).isEqualTo(Verdict.UNLIKE);
        assertThat(cell.ratios()).isNull();
        assertThat(cell.reasons())
                .containsExactly("iodepth is 1 in A and 8 in B", "ioengine is psync in A and io_uring in B");
        CellDiff forced = only(RunComparison.of(a, b, THRESHOLD, true));
        assertThat(forced.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(forced.reasons()).isEqualTo(cell.reasons());
    }

    @Test
    void namesWhatIsInOneRunOnly() {
        RunDiff diff = diff(DiffRuns.of(times("x", 1), times("a", 1)), DiffRuns.of(times("b", 1), times("x", 1)));
        assertThat(diff.cells()).extracting(CellDiff::id).containsExactly("x");
        assertThat(diff.onlyInA()).containsExactly("a");
        assertThat(diff.onlyInB()).containsExactly("b");
    }

    private static List<Double> all(double factor) {
        return Arrays.stream(BASE).mapToObj(nanos -> nanos * factor).toList();
    }

    @Test
    void theQuickestOperationsDecideWhereTimesDoNot() {
        Times slower = new Times("x", all(0.9), all(0.525));
        CellDiff cell = only(diff(DiffRuns.of(noisy("x", 1)), DiffRuns.of(slower)));
        assertThat(cell.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(cell.decidedBy()).isEqualTo(CellDiff.BY_MIN);
        assertThat(Objects.requireNonNull(ratios(cell).min()).median()).isCloseTo(1.05, within(3e-3));
        CellDiff faster = only(diff(DiffRuns.of(slower), DiffRuns.of(noisy("x", 1))));
        assertThat(faster.verdict()).isEqualTo(Verdict.BETTER);
    }

    /** Samples that are 5 % off each way, and one in the middle. */
    private static Times noisy(String id, double factor) {
        List<Double> times = new ArrayList<>();
        for (double nanos : new double[] {9_500, 10_501, 9_502, 10_503, 10_000, 9_504, 10_505, 9_506, 10_507}) {
            times.add(nanos * factor);
        }
        return new Times(id, times, Collections.nCopies(times.size(), 5_000.0));
    }

    @ParameterizedTest
    @CsvSource({"1.15, NOT_SIGNIFICANT", "1.4, WORSE", "0.6, BETTER"})
    void timesDecideFromFourTimesTheScatterOfTheirSamplesOn(double factor, Verdict verdict) {
        RunDiff diff = diff(DiffRuns.of(noisy("x", 1)), DiffRuns.of(noisy("x", factor)));
        assertThat(diff.scatter()).isBetween(0.06, 0.09);
        assertThat(diff.time().threshold()).isEqualTo(4 * diff.scatter());
        assertThat(diff.min()).isEqualTo(new RunDiff.Bar(THRESHOLD, 1));
        assertThat(only(diff).verdict()).isEqualTo(verdict);
        assertThat(only(diff).decidedBy()).isEqualTo(verdict == Verdict.NOT_SIGNIFICANT ? null : CellDiff.BY_TIME);
        assertThat(diff.warnings()).anyMatch(warning -> warning.startsWith("the machine was noisy: "));
    }

    @ParameterizedTest
    @CsvSource({"320, NOT_SIGNIFICANT", "330, WORSE"})
    void differencesOfAStepOfTheClockAreNone(double quickest, Verdict verdict) {
        List<Double> times = Collections.nCopies(7, 500.0);
        RunFiles a = withClock(DiffRuns.of(new Times("x", times, Collections.nCopies(7, 300.0))));
        RunFiles b = withClock(DiffRuns.of(new Times("x", times, Collections.nCopies(7, quickest))));
        assertThat(only(diff(a, b)).verdict()).isEqualTo(verdict);
    }

    private static RunFiles withClock(RunFiles files) {
        List<JournalEntry> samples = files.samples().stream()
                .map(entry -> Records.with(entry, "evidence", new RowEvidence(Map.of("clockStepNanos", 20L))))
                .toList();
        return DiffRuns.of(files.run().rows(), samples);
    }

    /** Half of the threshold at most, so that a change of everything is found if it is large. */
    @ParameterizedTest
    @CsvSource({"1.04, NOT_SIGNIFICANT", "1.05, WORSE", "0.95, BETTER"})
    void doesNotCountAllOfWhatAllCellsShare(double factor, Verdict verdict) {
        RunDiff diff = diff(DiffRuns.of(cells(6, 1)), DiffRuns.of(cells(6, factor)));
        assertThat(diff.cells()).extracting(CellDiff::verdict).containsOnly(verdict);
        assertThat(diff.time().commonRatio()).isEqualTo(factor > 1 ? 1.015 : 1 / 1.015);
        assertThat(diff.min().commonRatio()).isEqualTo(diff.time().commonRatio());
        assertThat(ratios(diff.cells().get(0)).nsPerOp().median()).isCloseTo(factor, within(1e-3));
    }

    private static Times[] cells(int count, double factor) {
        return IntStream.range(0, count)
                .mapToObj(cell -> times("cell" + cell, factor))
                .toArray(Times[]::new);
    }
}
