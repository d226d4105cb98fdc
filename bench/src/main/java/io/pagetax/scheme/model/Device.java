package io.pagetax.scheme.model;

/**
 * What a file's blocks lie on; a block is as large as a page. A transfer is done when the call returns. Each block is read
 * and written as a whole; several of one call are not. <b>Thread-safe.</b>
 */
public interface Device {

    /** Brings blocks into frames that lie one after the other. */
    void read(long block, int frame, int count);

    /** Writes them out. */
    void write(long block, int frame, int count);

    /** Frees blocks: they read as zeros. */
    void discard(long block, int count);
}
