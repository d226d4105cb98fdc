package io.pagetax.sample;

import io.pagetax.evidence.SampleEvidence;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a share of the file of its own, in passes like those that are measured, under the same witness. */
final class ReadingCompanion implements Companion {

    private final Job job;

    ReadingCompanion(Workload workload, Path file, int index) throws IOException {
        job = new Job(workload.companion(), file, workload.numjobs() + index, 1);
    }

    @Override
    public void start() throws IOException {
        job.startSample();
    }

    @Override
    public void runBatch() throws IOException {
        job.beforeBatch();
        job.runBatch(true);
    }

    @Override
    public SampleEvidence end() throws IOException {
        return job.endUnpublished();
    }

    @Override
    public void close() throws IOException {
        job.close();
    }
}
