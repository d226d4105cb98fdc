package io.pagetax.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    private static final int ROUNDS = 400;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 36})
    void runsEveryCellOnceARound(int cells) {
        Plan plan = plan(cells, 42);
        for (int round = 1; round <= 20; round++) {
            assertThat(plan.order(round)).containsExactlyInAnyOrderElementsOf(plan.cells());
        }
    }

    @Test
    void hasAnotherOrderInEveryRound() {
        Plan plan = plan(9, 42);
        Set<List<Cell>> orders = new HashSet<>();
        for (int round = 1; round <= 15; round++) {
            orders.add(plan.order(round));
        }
        assertThat(orders).hasSize(15);
    }

    @Test
    void hasTheSameOrdersForTheSameSeedAndOthersForOthers() {
        assertThat(plan(9, 42).order(3)).isEqualTo(plan(9, 42).order(3));
        assertThat(plan(9, 42).order(3)).isNotEqualTo(plan(9, 43).order(3));
    }

    /** Otherwise drift would favour the cell that always comes last. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8, 9, 16})
    void putsEveryCellInEveryPlaceAboutEquallyOften(int cells) {
        Plan plan = plan(cells, 42);
        int[][] times = new int[cells][cells];
        for (int round = 1; round <= ROUNDS; round++) {
            List<Cell> order = plan.order(round);
            for (int place = 0; place < cells; place++) {
                times[plan.cells().indexOf(order.get(place))][place]++;
            }
        }
        double mean = (double) ROUNDS / cells;
        double deviation = Math.sqrt(mean * (1 - 1.0 / cells));
        int lowest = (int) Math.floor(mean - 5 * deviation);
        int highest = (int) Math.ceil(mean + 5 * deviation);
        for (int[] ofCell : times) {
            assertThat(IntStream.of(ofCell)).allMatch(count -> count >= lowest && count <= highest);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 7, 42, 1000})
    void runsTwoCellsInBothOrdersWithinAFewRounds(long seed) {
        Plan plan = plan(2, seed);
        Set<List<Cell>> orders = new HashSet<>();
        for (int round = 1; round <= 20; round++) {
            orders.add(plan.order(round));
        }
        assertThat(orders).hasSize(2);
    }

    @Test
    void inTurnRunsEveryCellOnceARoundAndThoseOfATargetTogether() {
        Plan plan = turns(4, 6, 42);
        for (int round = 1; round <= 20; round++) {
            List<Cell> order = plan.orderInTurn(round);
            assertThat(order).containsExactlyInAnyOrderElementsOf(plan.cells());
            assertThat(targetsInTurn(order)).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void inTurnHasAnotherOrderOfTargetsAndOfTheirCellsInOtherRounds() {
        Plan plan = turns(3, 6, 42);
        Set<List<String>> ofTargets = new HashSet<>();
        Set<List<Cell>> ofOneTarget = new HashSet<>();
        for (int round = 1; round <= 40; round++) {
            List<Cell> order = plan.orderInTurn(round);
            ofTargets.add(targetsInTurn(order));
            ofOneTarget.add(order.stream()
                    .filter(cell -> cell.target().equals("target1"))
                    .toList());
        }
        assertThat(ofTargets).hasSize(6);
        assertThat(ofOneTarget).hasSizeGreaterThan(30);
    }

    @Test
    void inTurnHasTheSameOrdersForTheSameSeedAndOthersForOthers() {
        assertThat(turns(3, 6, 42).orderInTurn(3)).isEqualTo(turns(3, 6, 42).orderInTurn(3));
        assertThat(turns(3, 6, 42).orderInTurn(3)).isNotEqualTo(turns(3, 6, 43).orderInTurn(3));
    }

    private static List<String> targetsInTurn(List<Cell> order) {
        List<String> targets = new ArrayList<>();
        for (Cell cell : order) {
            if (targets.isEmpty() || !targets.get(targets.size() - 1).equals(cell.target())) {
                targets.add(cell.target());
            }
        }
        return targets;
    }

    private static Plan turns(int targets, int cells, long seed) {
        List<Cell> all = IntStream.range(0, targets)
                .boxed()
                .flatMap(target ->
                        plan(cells, seed).cells().stream().map(cell -> Cell.of("target" + target, cell.workload())))
                .toList();
        return new Plan(all, 7, Duration.ofSeconds(1), Duration.ofSeconds(2), seed);
    }

    @Test
    void takesAtLeastTheTimeOfItsSamples() {
        Plan plan = new Plan(plan(9, 42).cells(), 7, Duration.ofMillis(400), Duration.ofSeconds(1), 42);
        assertThat(plan.samples()).isEqualTo(63);
        assertThat(plan.perSample()).isBetween(Duration.ofMillis(1400), Duration.ofSeconds(10));
        assertThat(plan.estimate()).isEqualTo(plan.perSample().multipliedBy(63));
    }

    private static Plan plan(int cells, long seed) {
        List<Cell> all = IntStream.range(0, cells)
                .mapToObj(i -> new Workload(
                        Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, 512 * (i + 1), 256L << 20, 1, 42))
                .map(workload -> Cell.of("disk", workload))
                .toList();
        return new Plan(all, 7, Duration.ofSeconds(1), Duration.ofSeconds(2), seed);
    }
}
