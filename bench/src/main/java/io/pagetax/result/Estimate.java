package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * A median with its 95 % confidence interval.
 *
 * @param median of the samples
 * @param lo95 lower end; null with fewer than 6 samples, from which no such interval can be had
 * @param hi95 upper end; null with fewer than 6 samples
 */
public record Estimate(
        double median, @Nullable Double lo95, @Nullable Double hi95) {}
