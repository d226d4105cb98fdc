package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;

/**
 * One way to issue an I/O of a fixed block size on one file, for one thread.
 *
 * <p>{@link #read} and {@link #write} are the hot path: they allocate nothing, decide nothing and, for
 * offsets within the file, throw nothing. An
 * engine owns its descriptor and its buffer. <b>Not thread-safe</b>: each job has an engine of its own.
 */
public interface IoEngine extends AutoCloseable {

    /** Reads one block at {@code offset}; returns the bytes read, or a negative error number. */
    long read(long offset);

    /** Writes one block at {@code offset}; returns the bytes written, or a negative error number. */
    long write(long offset);

    /** The page-aligned block that reads fill and writes take; owned by the engine. */
    AlignedBuffer block();

    /**
     * Lets go of what this engine itself holds of a range in the page cache, so that it can be evicted: page table
     * entries pin pages.
     */
    default void release(long offset, long length) throws NativeIoException {}

    /** Called when a whole range has been brought into the page cache: the engine makes its own use of it warm, too. */
    default void warm(long offset, long length) throws NativeIoException {}

    @Override
    void close() throws NativeIoException;
}
