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

    private static final String UNIT = "ns";

    private Clock clock = new Clock(0, 0);

    /** As JMH constructs it. */
    public ClockProfiler() {}

    @Override
    public String getDescription() {
        return "cost and step of the clock in the fork";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
        clock = Clock.measure();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmarkParams, IterationParams iterationParams, IterationResult result) {
        return List.of(
                new ScalarResult(NANOS_PER_CALL, clock.nanosPerCall(), UNIT, AggregationPolicy.AVG),
                new ScalarResult(STEP, clock.stepNanos(), UNIT, AggregationPolicy.MIN));
    }
}
