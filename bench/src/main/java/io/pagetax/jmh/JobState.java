package io.pagetax.jmh;

import io.pagetax.sample.Job;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * One thread's job.
 *
 * <p>{@link Level#Invocation} is safe here: an invocation is a batch of operations, so the two stamps that JMH adds to
 * leave the fixture out of the time are shared by all of them, and threads are not synchronised.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // set in the trial's set-up
public abstract class JobState {

    private static final int SPARE_INTERVALS = 2;

    private Job job;

    /** Opens the job; subclasses hand in the file. */
    void open(FileState file, BenchmarkParams params, ThreadParams thread) throws IOException {
        long seconds = Math.max(
                params.getMeasurement().getTime().convertTo(TimeUnit.SECONDS),
                params.getWarmup().getTime().convertTo(TimeUnit.SECONDS));
        int intervals = Math.toIntExact(seconds + SPARE_INTERVALS);
        job = new Job(file.workload(), file.file(), thread.getThreadIndex(), intervals);
    }

    /** Sets the cache state. */
    @Setup(Level.Iteration)
    public void startSample() throws IOException {
        job.startSample();
    }

    /** Sets the cache state again when a pass is over. */
    @Setup(Level.Invocation)
    public void beforeBatch() throws IOException {
        job.beforeBatch();
    }

    /** Hands times and evidence to the profilers. */
    @TearDown(Level.Iteration)
    public void endSample() throws IOException {
        job.endSample();
    }

    /** Closes the job's files. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        if (job != null) {
            job.close();
        }
    }

    Job job() {
        return job;
    }
}
