package io.pagetax.merge;

import io.pagetax.result.RunFiles;

/**
 * One of the runs that become one.
 *
 * @param clockOffsetNanos by how much its clock was ahead of the first run's
 * @param isOffsetKnown whether somebody told it; else it is taken for 0
 * @param firstRound number of its first round among those of all
 */
record Part(RunFiles files, long clockOffsetNanos, boolean isOffsetKnown, int firstRound) {

    /** Of a round of this run among those of all. */
    int round(int own) {
        return firstRound + own - 1;
    }

    String id() {
        return files.run().id();
    }
}
