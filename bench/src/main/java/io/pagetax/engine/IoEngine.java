package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;

/**
 * One way to issue an I/O of a fixed block size on one file, for one thread, one after the other.
 *
 * <p>{@link #read} and {@link #write} are the hot path: they allocate nothing, decide nothing and, for
 * offsets within the file, throw nothing. An
 * engine owns its descriptor and its buffer. <b>Not thread-safe</b>: each job has an engine of its own.
 */
public interface IoEngine extends Engine {

    /** Reads one block at {@code offset}; returns the bytes read, or a negative error number. */
    long read(long offset);

    /** Writes one block at {@code offset}; returns the bytes written, or a negative error number. */
    long write(long offset);

    /** The page-aligned block that reads fill and writes take; owned by the engine. */
    AlignedBuffer block();
}
