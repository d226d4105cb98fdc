package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.CellDiff;
import io.pagetax.result.CellDiff.Verdict;
import io.pagetax.result.DiffRuns;
import io.pagetax.result.DiffRuns.Times;
import io.pagetax.result.RunDiff;
import io.pagetax.result.RunFiles;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often runs that are alike are said to differ, and how often a cell that is slower is found. Samples of a run scatter by
 * one to two percent, more in some cells than in others, and every run as a whole is faster or slower than others by half a
 * percent.
 */
class RunComparisonSimulationTest {

    private static final int PAIRS = 100;
    private static final int CELLS = 8;
    private static final double LEAST_NOISE = 0.01;
    private static final double MOST_NOISE = 0.02;
    private static final double DRIFT = 0.005;
    private static final double SLOWER = 1.05;
    private static final double THRESHOLD = 0.03;

    private final Random random = new Random(20_260_101);

    /** A run in which one cell takes longer than in others. */
    private RunFiles run(int rounds, int slowCell, double ratio) {
        double today = Math.exp(DRIFT * random.nextGaussian());
        return DiffRuns.of(IntStream.range(0, CELLS)
                .mapToObj(cell -> cell(cell, rounds, today * (cell == slowCell ? ratio : 1)))
                .toArray(Times[]::new));
    }

    private Times cell(int cell, int rounds, double factor) {
        double noise = LEAST_NOISE + (MOST_NOISE - LEAST_NOISE) * cell / (CELLS - 1);
        double nanos = 10_000 * (cell + 1);
        return new Times(
                "cell" + cell,
                DoubleStream.generate(() -> nanos * factor * Math.exp(noise * random.nextGaussian()))
                        .limit(rounds)
                        .boxed()
                        .toList());
    }

    private static RunDiff diff(RunFiles a, RunFiles b) {
        return RunComparison.of(a, b, THRESHOLD, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 9, 15})
    void runsThatAreAlikeAreSaidToDifferInFiveOfAHundredPairsAtMost(int rounds) {
        int wrong = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            RunDiff diff = diff(run(rounds, 0, 1), run(rounds, 0, 1));
            wrong += diff.cells(Verdict.NOT_SIGNIFICANT).size() < CELLS ? 1 : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(PAIRS / 20);
    }

    /** Each cell is the slower one in its turn. */
    @ParameterizedTest
    @ValueSource(ints = {9, 15})
    void aCellThatIsFivePercentSlowerIsFoundInNinetyFiveOfAHundredPairs(int rounds) {
        int right = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int slow = pair % CELLS;
            RunDiff diff = diff(run(rounds, 0, 1), run(rounds, slow, SLOWER));
            right += diff.cells().get(slow).verdict() == Verdict.WORSE ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(PAIRS * 95 / 100);
    }

    @Test
    void aRunIsNeverSaidToDifferFromItself() {
        for (int pair = 0; pair < PAIRS; pair++) {
            RunFiles run = run(9, 0, 1);
            RunDiff diff = diff(run, run);
            assertThat(diff.cells()).extracting(CellDiff::verdict).containsOnly(Verdict.NOT_SIGNIFICANT);
            assertThat(diff.warnings()).isEmpty();
        }
    }
}
