package io.pagetax.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pagetax.analysis.DelayCheck;
import io.pagetax.engine.FixedDelayEngine;
import io.pagetax.engine.IoEngine;
import io.pagetax.engine.NullEngine;
import io.pagetax.latency.LatencyDrain;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.latency.LatencySample;
import io.pagetax.result.Calibration.KnownDelay;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop around engines whose times are known, and around engines that do not do what they claim. */
class LoopJobTest {

    private static final int BS = LoopJob.BLOCK_SIZE;
    private static final int BATCH = Workload.BATCH;
    private static final long USUAL = 10_000;
    private static final long SLOW = 200_000;
    private static final int SLOW_EVERY = 20;

    /** More than compiled code needs by far: here the loop is interpreted at first. */
    private static final long ALLOWANCE = 3_000;

    private static final int WARMUP_BATCHES = 40;
    private static final int BATCHES = 80;

    @BeforeEach
    void emptyLedger() {
        LatencyDrain.drain();
    }

    @Test
    void showsKnownTimesAsWhatTheyAreAndLosesNone() throws IOException {
        FixedDelayEngine engine = new FixedDelayEngine(BS, USUAL, SLOW, SLOW_EVERY);
        KnownDelay delay = check(engine, (long) BATCHES * BATCH);
        assertThat(delay.reasons()).isEmpty();
        assertThat(delay.verdict()).isEqualTo("verified");
        assertThat(delay.recorded()).isEqualTo((long) BATCHES * BATCH);
        assertThat(engine.operations()).isEqualTo((long) (WARMUP_BATCHES + BATCHES) * BATCH);
    }

    @Test
    void refutesAnEngineThatTakesTwiceAsLongAsItClaims() throws IOException {
        KnownDelay delay = check(new FixedDelayEngine(BS, 2 * USUAL, 2 * SLOW, SLOW_EVERY), (long) BATCHES * BATCH);
        assertThat(delay.verdict()).isEqualTo("refuted");
        assertThat(delay.reasons())
                .hasSize(2)
                .anyMatch(reason -> reason.startsWith("a known delay of 10000 ns is shown as 2"))
                .anyMatch(reason -> reason.startsWith("a known slow delay of 200000 ns is shown as 4"));
    }

    @Test
    void refutesAnEngineWithoutTheSlowOperationsThatItClaims() throws IOException {
        KnownDelay delay = check(new FixedDelayEngine(BS, USUAL, USUAL, SLOW_EVERY), (long) BATCHES * BATCH);
        assertThat(delay.reasons())
                .singleElement()
                .asString()
                .startsWith("a known slow delay of 200000 ns is shown as 1");
    }

    @Test
    void refutesARecordThatLacksABatch() throws IOException {
        KnownDelay delay = check(new FixedDelayEngine(BS, USUAL, SLOW, SLOW_EVERY), (BATCHES + 1L) * BATCH);
        assertThat(delay.reasons()).containsExactly("5120 operations are recorded, 5184 were issued");
    }

    @Test
    void goesOnThroughSeveralPassesWithoutAFile() throws IOException {
        int batches = (int) ((256L << 20) / BS / BATCH) * 2 + 1;
        assertThat(run(new NullEngine(BS), 0, batches).operations()).isEqualTo((long) batches * BATCH);
    }

    @Test
    void allocatesNothing() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (LoopJob job = new LoopJob(new NullEngine(BS), 1)) {
            job.startSample();
            int allocating = 0;
            for (int i = 0; i < BATCHES; i++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                job.beforeBatch();
                job.runBatch(true);
                allocating += threads.getCurrentThreadAllocatedBytes() == before ? 0 : 1;
            }
            // The JVM allocates on the thread's account while it links.
            assertThat(allocating).isLessThanOrEqualTo(8);
        }
    }

    private static KnownDelay check(IoEngine engine, long issued) throws IOException {
        Histogram seen = LatencyRecorder.newHistogram();
        run(engine, WARMUP_BATCHES, BATCHES).intervals().forEach(seen::add);
        return DelayCheck.check(USUAL, SLOW, SLOW_EVERY, ALLOWANCE, issued, seen);
    }

    private static LatencySample run(IoEngine engine, int warmup, int batches) throws IOException {
        try (LoopJob job = new LoopJob(engine, 2)) {
            job.startSample();
            for (int i = 0; i < warmup + batches; i++) {
                job.beforeBatch();
                job.runBatch(i >= warmup);
            }
            job.endSample();
        }
        return LatencyDrain.drain().get(0);
    }
}
