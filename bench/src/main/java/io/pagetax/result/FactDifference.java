package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * A fact that is not the same of two runs.
 *
 * @param what the keys that lead to it, such as {@code kernel}, {@code targets.disk.scheduler} or {@code settings.rounds}
 * @param a null: unknown of the first run
 * @param b null: unknown of the second one
 */
public record FactDifference(
        String what, @Nullable String a, @Nullable String b) {}
