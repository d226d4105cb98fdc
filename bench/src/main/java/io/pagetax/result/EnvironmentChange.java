package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * A fact of the environment that was another one after the run than before.
 *
 * @param what the keys that lead to it, such as {@code targets.disk.scheduler}
 * @param before null: unknown then
 * @param after null: unknown then
 */
public record EnvironmentChange(
        String what, @Nullable String before, @Nullable String after) {}
