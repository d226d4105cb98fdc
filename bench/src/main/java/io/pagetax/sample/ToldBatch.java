package io.pagetax.sample;

import io.pagetax.engine.Engine;
import io.pagetax.engine.Tellers;
import io.pagetax.engine.TellingEngine;
import io.pagetax.latency.HitMissRecorder;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.workload.OffsetGenerator;
import io.pagetax.workload.Workload;
import java.io.IOException;

/** One read after the other, as {@link SyncBatch} has it; each is recorded among the hits or among the misses. */
final class ToldBatch implements Batch {

    private final TellingEngine engine;
    private final Share share;
    private final OffsetGenerator offsets;
    private final long blockSize;

    /** Owns the engine. */
    ToldBatch(Share share, TellingEngine engine) {
        this.share = share;
        this.engine = engine;
        this.offsets = share.offsets();
        this.blockSize = share.blockSize();
    }

    static ToldBatch open(Share share) throws IOException {
        return new ToldBatch(share, Tellers.open(share.workload(), share.file()));
    }

    @Override
    public void startPass(long pass) {
        offsets.restart(pass);
    }

    @Override
    public void run(LatencyRecorder times) throws IOException {
        HitMissRecorder hitMiss = times.hitMiss();
        long start = System.nanoTime();
        long previous = start;
        for (int i = 0; i < Workload.BATCH; i++) {
            long offset = offsets.next();
            long result = engine.read(offset);
            long now = System.nanoTime();
            hitMiss.record(engine.wasHit(), now - previous);
            previous = now;
            if (result != blockSize) {
                throw share.failure(offset, result);
            }
        }
        times.busy(previous - start);
    }

    @Override
    public int drain(LatencyRecorder times) {
        return 0;
    }

    @Override
    public Engine engine() {
        return engine;
    }
}
