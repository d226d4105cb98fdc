package io.pagetax.figure;

/**
 * One of the charts of a figure.
 *
 * @param label by which it is told from the others; empty if there is but one
 */
public record Variant(String label, Chart chart) {}
