package io.pagetax.evidence;

import java.io.IOException;

/**
 * Counts something of this process or of the machine during a sample, from before its first set-up to after its last
 * tear-down. <b>Not thread-safe.</b>
 */
interface ProcessMeter extends AutoCloseable {

    /** A sample begins. */
    void start() throws IOException;

    /** The sample is over: adds what was counted in it. What could not be had is left out. */
    void stop(SampleEvidence.Builder evidence) throws IOException;

    @Override
    default void close() throws IOException {}
}
