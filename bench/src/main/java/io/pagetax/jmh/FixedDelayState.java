package io.pagetax.jmh;

import io.pagetax.engine.FixedDelayEngine;
import io.pagetax.sample.LoopJob;
import java.io.IOException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.BenchmarkParams;

/** One thread's loop of {@link Calibration#fixedDelay}. */
@SuppressWarnings("NullAway.Init") // set in the trial's set-up
public class FixedDelayState extends LoopState {

    /** What an operation takes. */
    public static final long USUAL_NANOS = 10_000;

    /**
     * What a slow one takes: much longer, and yet shorter by far than a scheduler's turn, so that of few the end falls
     * into a turn of somebody else.
     */
    public static final long SLOW_NANOS = 200_000;

    /** The slow one of so many: more by far than a busy machine makes late. */
    public static final int SLOW_EVERY = 20;

    /** Label of the secondary result with the operations that the engine counted: {@link IssuedOperations}. */
    public static final String ISSUED = "issued";

    private FixedDelayEngine engine;

    /** Opens the loop. */
    @Setup(Level.Trial)
    public void open(BenchmarkParams params) throws IOException {
        engine = new FixedDelayEngine(LoopJob.BLOCK_SIZE, USUAL_NANOS, SLOW_NANOS, SLOW_EVERY);
        open(engine, params);
    }

    /** Returns the operations that the engine counted and the recorder should have. */
    long runBatch(boolean measured) throws IOException {
        long before = engine.operations();
        job().runBatch(measured);
        return measured ? engine.operations() - before : 0;
    }
}
