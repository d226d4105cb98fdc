package io.pagetax.campaign;

import io.pagetax.plan.Cell;
import java.time.Duration;

/** Hears how a run goes on. Called by one thread. */
public interface Progress {

    /** Something without samples is going on: laying out, checking, writing. */
    void phase(String what);

    /**
     * A sample begins.
     *
     * @param number of the sample, from 1
     * @param total samples in the run
     * @param left about how long the rest of the run takes, this sample included
     */
    void sample(int round, Cell cell, int number, int total, Duration left);

    /** Something a user should know at once. */
    void warning(String text);

    /** No more will come. */
    void done();
}
