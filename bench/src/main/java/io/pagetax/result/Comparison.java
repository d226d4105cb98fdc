package io.pagetax.result;

/**
 * A ratio of two rows' times per operation, formed within each round, so that drift cancels.
 *
 * @param name what it stands for
 * @param numerator a row's id
 * @param denominator a row's id
 * @param ratio over the rounds
 * @param rounds in which both rows have a sample
 */
public record Comparison(String name, String numerator, String denominator, Estimate ratio, int rounds) {}
