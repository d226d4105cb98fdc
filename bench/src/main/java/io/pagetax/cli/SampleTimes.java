package io.pagetax.cli;

import java.time.Duration;

/** How long and how often a profile measures each cell. */
interface SampleTimes {

    /** Samples of each cell. */
    int rounds();

    /** Unrecorded time before each sample. */
    Duration warmup();

    /** Recorded time of each sample. */
    Duration runtime();
}
