package io.pagetax.engine;

import java.io.IOException;

/** What all engines have in common: a file that they hold open, and what they hold of it in the page cache. */
public interface Engine extends AutoCloseable {

    /**
     * Lets go of what this engine itself holds of a range in the page cache, so that it can be evicted: page table
     * entries pin pages.
     */
    default void release(long offset, long length) throws IOException {}

    /** Called when a whole range has been brought into the page cache: the engine makes its own use of it warm, too. */
    default void warm(long offset, long length) throws IOException {}

    /** Gives everything back. Operations that are still in flight are waited for. */
    @Override
    void close() throws IOException;
}
