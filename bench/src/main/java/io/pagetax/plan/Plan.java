package io.pagetax.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What will be run: every cell once a round, in an order drawn anew for each round, so that drift favours none.
 *
 * @param cells what to measure
 * @param rounds samples of each
 * @param warmup unrecorded time before each sample
 * @param runtime recorded time of each sample
 * @param seed of the orders
 */
public record Plan(List<Cell> cells, int rounds, Duration warmup, Duration runtime, long seed) {

    /** What a sample takes beside its own time: a JVM's start, the cache state, the end. A guess for the first ETA. */
    private static final Duration OVERHEAD = Duration.ofMillis(1300);

    /** The cells of a round, from 1, in the order in which they run. */
    public List<Cell> order(int round) {
        List<Cell> order = new ArrayList<>(cells);
        // Random's first draws from neighbouring seeds are nearly equal, so the seed of a round is scrambled first.
        Collections.shuffle(order, new Random(new SplittableRandom(seed * 31 + round).nextLong()));
        return order;
    }

    /**
     * The same for targets that share a place, one after the other: the cells of each stay together, in an order drawn anew,
     * as is that of the targets.
     */
    public List<Cell> orderInTurn(int round) {
        return order(round).stream()
                .collect(Collectors.groupingBy(Cell::target, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Samples in all. */
    public int samples() {
        return cells.size() * rounds;
    }

    /** About how long one sample takes, everything included. */
    public Duration perSample() {
        return warmup.plus(runtime).plus(OVERHEAD);
    }

    /** About how long all of it takes. */
    public Duration estimate() {
        return perSample().multipliedBy(samples());
    }
}
