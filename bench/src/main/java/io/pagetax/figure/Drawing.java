package io.pagetax.figure;

/**
 * A figure of a run.
 *
 * @param name of its file, without ending
 * @param caption what is to be seen
 * @param svg a document of its own
 */
public record Drawing(String name, String caption, String svg) {}
