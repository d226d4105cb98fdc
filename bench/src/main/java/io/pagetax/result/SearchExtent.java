package io.pagetax.result;

/**
 * How far a search went.
 *
 * @param interleavings that were carried out
 * @param complete whether there are no others
 */
public record SearchExtent(int interleavings, boolean complete) {}
