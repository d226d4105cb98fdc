package io.pagetax.workload;

/**
 * A range of a file.
 *
 * @param offset in bytes
 * @param length in bytes
 */
public record Region(long offset, long length) {}
