package io.pagetax.sample;

import io.pagetax.evidence.SampleEvidence;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;

/** What one thread does to the file beside the measured jobs. <b>Bound to the thread that opens it.</b> */
interface Companion extends AutoCloseable {

    /** Begins; whatever state of the file it needs is there when this returns. */
    void start() throws IOException;

    /**
     * Completes {@value Workload#BATCH} operations, or fewer if it has to begin anew in between.
     *
     * @throws IOException if one fails
     */
    void runBatch() throws IOException;

    /** Ends; tells what was done since {@link #start()}. */
    SampleEvidence end() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * As a workload asks for it.
     *
     * @param index of the thread among those beside, from 0
     */
    static Companion open(Workload workload, Path file, int index) throws IOException {
        return workload.company().changesFile()
                ? FileChange.open(workload, file)
                : new ReadingCompanion(workload, file, index);
    }
}
