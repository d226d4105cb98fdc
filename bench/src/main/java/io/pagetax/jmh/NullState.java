package io.pagetax.jmh;

import io.pagetax.engine.NullEngine;
import io.pagetax.sample.LoopJob;
import java.io.IOException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.BenchmarkParams;

/** One thread's loop of {@link Calibration#nullEngine}. */
public class NullState extends LoopState {

    /** Opens the loop. */
    @Setup(Level.Trial)
    public void open(BenchmarkParams params) throws IOException {
        open(new NullEngine(LoopJob.BLOCK_SIZE), params);
    }

    void runBatch(boolean measured) throws IOException {
        job().runBatch(measured);
    }
}
