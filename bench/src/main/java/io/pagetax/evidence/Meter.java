package io.pagetax.evidence;

import java.io.IOException;

/**
 * Counts something of one job during the timed parts of its passes. Readings are taken before and after them, never
 * within. <b>Bound to the thread that constructs it.</b>
 */
interface Meter extends AutoCloseable {

    /** Forgets what was counted: a sample begins. */
    void reset();

    /** A timed part begins. */
    void begin() throws IOException;

    /** The timed part is over. */
    void end() throws IOException;

    /** Adds what was counted since {@link #reset}. What could not be had is left out. */
    void report(SampleEvidence.Builder evidence);

    @Override
    default void close() throws IOException {}
}
