package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.CellDiff;
import io.pagetax.result.CellDiff.Verdict;
import io.pagetax.result.DiffRuns;
import io.pagetax.result.DiffRuns.Times;
import io.pagetax.result.RunDiff;
import io.pagetax.result.RunFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often runs that are alike are said to differ, and how often a cell that is slower is found. */
class RunComparisonSimulationTest {

    private static final int PAIRS = 100;
    private static final int CELLS = 8;
    private static final double SLOWER = 1.05;
    private static final double THRESHOLD = 0.03;

    private final Random random = new Random(20_260_101);

    /**
     * What goes on in a machine, as shares of 1 (standard deviations of logarithms).
     *
     * @param drift of all times of a run
     * @param load by which others make whole runs slower, without changing the quickest operations
     * @param noise of times per operation, half of it in the first cell
     * @param minNoise of the quickest operations
     * @param disturbed share of the samples in which even the quickest operations take a quarter longer
     */
    private record Machine(double drift, double load, double noise, double minNoise, double disturbed) {}

    /** On its own. */
    private static final Machine QUIET = new Machine(0.005, 0, 0.02, 0.01, 0);

    /** That shares its cores with others; with what was seen of ten runs after each other. */
    private static final Machine SHARED = new Machine(0.005, 0.08, 0.1, 0.012, 0.15);

    private static Machine machine(String name) {
        return name.equals("quiet") ? QUIET : SHARED;
    }

    /** A run in which one cell takes longer than in others. */
    private RunFiles run(Machine machine, int rounds, int slowCell, double ratio) {
        double today = Math.exp(machine.drift * random.nextGaussian());
        double load = Math.exp(machine.load * Math.abs(random.nextGaussian()));
        return DiffRuns.of(IntStream.range(0, CELLS)
                .mapToObj(cell -> cell(machine, cell, rounds, today * (cell == slowCell ? ratio : 1), load))
                .toArray(Times[]::new));
    }

    private Times cell(Machine machine, int cell, int rounds, double factor, double load) {
        double noise = machine.noise * (CELLS - 1 + cell) / (2 * (CELLS - 1));
        double nanos = 10_000.0 * (cell + 1) * factor;
        List<Double> times = new ArrayList<>();
        List<Double> quickest = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean isDisturbed = random.nextDouble() < machine.disturbed;
            times.add(nanos * load * Math.exp(noise * random.nextGaussian()));
            quickest.add(nanos / 2 * (isDisturbed ? 1.25 : 1) * Math.exp(machine.minNoise * random.nextGaussian()));
        }
        return new Times("cell" + cell, times, quickest);
    }

    private static RunDiff diff(RunFiles a, RunFiles b) {
        return RunComparison.of(a, b, THRESHOLD, false);
    }

    @ParameterizedTest
    @CsvSource({"quiet, 7", "quiet, 9", "quiet, 15", "shared, 7", "shared, 9", "shared, 15"})
    void runsThatAreAlikeAreSaidToDifferInFiveOfAHundredPairsAtMost(String name, int rounds) {
        Machine machine = machine(name);
        int wrong = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            RunDiff diff = diff(run(machine, rounds, 0, 1), run(machine, rounds, 0, 1));
            wrong += diff.cells(Verdict.NOT_SIGNIFICANT).size() < CELLS ? 1 : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(PAIRS / 20);
    }

    /** Each cell is the slower one in its turn. */
    @ParameterizedTest
    @CsvSource({"quiet, 9", "quiet, 15", "shared, 30"})
    void aCellThatIsFivePercentSlowerIsFoundInNinetyFiveOfAHundredPairs(String name, int rounds) {
        Machine machine = machine(name);
        int right = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int slow = pair % CELLS;
            RunDiff diff = diff(run(machine, rounds, 0, 1), run(machine, rounds, slow, SLOWER));
            right += diff.cells().get(slow).verdict() == Verdict.WORSE ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(PAIRS * 95 / 100);
    }

    @Test
    void aRunIsNeverSaidToDifferFromItself() {
        for (int pair = 0; pair < PAIRS; pair++) {
            RunFiles run = run(QUIET, 9, 0, 1);
            RunDiff diff = diff(run, run);
            assertThat(diff.cells()).extracting(CellDiff::verdict).containsOnly(Verdict.NOT_SIGNIFICANT);
            assertThat(diff.warnings()).isEmpty();
        }
    }
}
