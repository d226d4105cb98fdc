package io.pagetax.sample;

import io.pagetax.engine.IoEngine;
import io.pagetax.evidence.EvidenceDrain;
import io.pagetax.evidence.FileFacts;
import io.pagetax.evidence.Judge;
import io.pagetax.evidence.ProcessWitness;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.evidence.Verdict;
import io.pagetax.latency.LatencyDrain;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A sample as the harness takes it, but by an engine that may do something else than the row's name says.
 *
 * @param workload what is claimed
 * @param file exists
 * @param evidence what was told
 */
record Measurement(Workload workload, Path file, SampleEvidence evidence) {

    static Measurement take(Workload workload, Path file, IoEngine engine, Duration time) throws IOException {
        EvidenceDrain.askForEverything();
        LatencyDrain.drain();
        Share share = new Share(workload, file, 0);
        evict(workload, file);
        try (ProcessWitness process = new ProcessWitness(file);
                Job job = new Job(share, SyncBatch.over(engine, share), 8)) {
            process.startSample();
            job.startSample();
            long end = System.nanoTime() + time.toNanos();
            do {
                job.beforeBatch();
                job.runBatch(true);
            } while (System.nanoTime() < end);
            job.endSample();
            process.endSample();
        }
        return new Measurement(workload, file, EvidenceDrain.drain().orElseThrow());
    }

    private static void evict(Workload workload, Path file) throws IOException {
        try (PageCache cache = PageCache.of(file)) {
            cache.flush();
            cache.evict(0, workload.sizeBytes());
        }
    }

    Verdict verdict() throws IOException {
        return Judge.judge(workload, evidence, FileFacts.of(file, workload.sizeBytes()));
    }
}
