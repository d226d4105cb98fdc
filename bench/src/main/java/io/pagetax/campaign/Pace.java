package io.pagetax.campaign;

import io.pagetax.plan.Plan;
import java.time.Duration;
import java.time.Instant;

/** How fast samples go, and so how long the rest will take. <b>Not thread-safe.</b> */
final class Pace {

    private final int cells;
    private final int total;
    private final Duration guess;
    private final Instant start = Instant.now();
    private int finished;

    Pace(Plan plan, int cells) {
        this.cells = cells;
        this.total = cells * plan.rounds();
        this.guess = plan.perSample();
    }

    /** A sample has ended, in whatever way. */
    void sampleEnded() {
        finished++;
    }

    /** Number of the sample that is running or about to, from 1. */
    int current() {
        return finished + 1;
    }

    int total() {
        return total;
    }

    /** For all samples that have not ended. */
    Duration left() {
        return perSample().multipliedBy(total - finished);
    }

    /** Whether another round would end within a limit that began at {@code from}. */
    boolean roundFits(Instant from, Duration limit) {
        Duration elapsed = Duration.between(from, Instant.now());
        return finished == 0 || elapsed.plus(perSample().multipliedBy(cells)).compareTo(limit) <= 0;
    }

    private Duration perSample() {
        return finished == 0 ? guess : Duration.between(start, Instant.now()).dividedBy(finished);
    }
}
