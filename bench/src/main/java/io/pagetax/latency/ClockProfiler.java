package io.pagetax.latency;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * JMH profiler {@code io.pagetax.latency.ClockProfiler}: what {@link System#nanoTime()} costs in the fork, and its step,
 * below which no time can be told from another. Measured before each iteration, and so with compiled code once there was
 * a warm-up.
 */
public final class ClockProfiler implements InternalProfiler {

    /** Label of the secondary result with the time of a call. */
    public static final String NANOS_PER_CALL = "clock.nsPerCall";
    /** Label of the secondary result with the smallest step of the clock that was seen. */
    public static final String STEP = "clock.step";

    private static final int ROUNDS = 5;
    private static final int CALLS = 10_000;
    private static final String UNIT = "ns";

    private double nanosPerCall;
    private long stepNanos;

    /** As JMH constructs it. */
    public ClockProfiler() {}

    @Override
    public String getDescription() {
        return "cost and step of the clock in the fork";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
        nanosPerCall = Double.MAX_VALUE;
        stepNanos = Long.MAX_VALUE;
        // The best of several: whatever interrupts a round makes it longer.
        for (int round = 0; round < ROUNDS; round++) {
            nanosPerCall = Math.min(nanosPerCall, timeOfCalls() / CALLS);
            stepNanos = Math.min(stepNanos, smallestStep());
        }
    }

    private static double timeOfCalls() {
        long start = System.nanoTime();
        long last = start;
        for (int i = 0; i < CALLS; i++) {
            last = System.nanoTime();
        }
        return last - start;
    }

    private static long smallestStep() {
        long smallest = Long.MAX_VALUE;
        long previous = System.nanoTime();
        // A coarse clock may stand still for all of these calls.
        for (int calls = 0; calls < CALLS || smallest == Long.MAX_VALUE; calls++) {
            long now = System.nanoTime();
            if (now > previous) {
                smallest = Math.min(smallest, now - previous);
            }
            previous = now;
        }
        return smallest;
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmarkParams, IterationParams iterationParams, IterationResult result) {
        return List.of(
                new ScalarResult(NANOS_PER_CALL, nanosPerCall, UNIT, AggregationPolicy.AVG),
                new ScalarResult(STEP, stepNanos, UNIT, AggregationPolicy.MIN));
    }
}
