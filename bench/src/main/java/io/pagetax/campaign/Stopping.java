package io.pagetax.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a run has had rounds enough.
 *
 * @param limit no round is begun that would not end within this time from the run's start; null: no limit
 * @param precision beyond those that are planned, rounds are added until the 95 % interval of each tax reaches no farther
 *     than this from its middle, as a share of the median; null: none is added
 */
public record Stopping(@Nullable Duration limit, @Nullable Double precision) {

    /** After the rounds that are planned. */
    public static final Stopping AS_PLANNED = new Stopping(null, null);

    /** Rounds that no precision is worth. */
    static final int MOST_ROUNDS = 1000;
}
