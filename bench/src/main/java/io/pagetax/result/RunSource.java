package io.pagetax.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of which another one was made together with others, as far as its own record says more.
 *
 * @param clockOffsetNs by how much the clock there was ahead of that of the first run, as somebody told; time stamps in the
 *     merged files are those of the first run's clock then; null: nobody told, and time stamps are as they were
 * @param rounds numbers that its rounds have among those of all
 */
public record RunSource(
        String id,
        String startedAt,
        String endedAt,
        String status,
        @Nullable Long clockOffsetNs,
        List<String> command,
        long seed,
        RunSettings settings,
        Rounds rounds,
        Environment environment,
        @Nullable Calibration calibration) {

    /** From the first to the last. */
    public record Rounds(int first, int last) {}
}
