package io.pagetax.jmh;

import io.pagetax.engine.IoEngine;
import io.pagetax.sample.LoopJob;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** One thread's loop without a file, with the fixtures of {@link JobState}. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // set in the trial's set-up
public abstract class LoopState {

    private static final int SPARE_INTERVALS = 2;

    private LoopJob job;

    /** Begins with an engine, which it then owns. */
    void open(IoEngine engine, BenchmarkParams params) {
        long seconds = params.getMeasurement().getTime().convertTo(TimeUnit.SECONDS);
        job = new LoopJob(engine, Math.toIntExact(seconds + SPARE_INTERVALS));
    }

    /** Begins a sample. */
    @Setup(Level.Iteration)
    public void startSample() {
        job.startSample();
    }

    /** Begins a new pass when one is over. */
    @Setup(Level.Invocation)
    public void beforeBatch() {
        job.beforeBatch();
    }

    /** Hands the times to the profiler. */
    @TearDown(Level.Iteration)
    public void endSample() {
        job.endSample();
    }

    /** Gives the engine's memory back. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        if (job != null) {
            job.close();
        }
    }

    LoopJob job() {
        return job;
    }
}
