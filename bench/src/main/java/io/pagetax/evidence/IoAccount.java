package io.pagetax.evidence;

import java.io.IOException;

/** Bytes that somebody's I/O moved to and from devices, up to the last reading. <b>Not thread-safe.</b> */
interface IoAccount extends AutoCloseable {

    /** Takes a fresh reading, which {@link #readBytes} and {@link #writeBytes} then tell. */
    void refresh() throws IOException;

    /** Bytes read from devices. */
    long readBytes();

    /** Bytes written, or dirtied and so to be written. */
    long writeBytes();

    /** Whether threads other than the one that opened it had a part in it. */
    boolean hadWorkers();

    @Override
    void close() throws IOException;
}
