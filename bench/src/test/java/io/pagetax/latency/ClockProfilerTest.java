package io.pagetax.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.results.Result;

class ClockProfilerTest {

    @Test
    void isFoundByJmh() {
        assertThat(ServiceLoader.load(Profiler.class)).anyMatch(ClockProfiler.class::isInstance);
    }

    @Test
    void measuresWhatACallCostsAndTheSmallestStep() {
        InternalProfiler profiler = new ClockProfiler();
        profiler.beforeIteration(null, null);
        Map<String, Double> scores = new TreeMap<>();
        results(profiler).forEach(result -> scores.put(result.getLabel(), result.getScore()));
        assertThat(scores).containsOnlyKeys(ClockProfiler.NANOS_PER_CALL, ClockProfiler.STEP);
        assertThat(scores.get(ClockProfiler.NANOS_PER_CALL)).isBetween(1.0, 100_000.0);
        assertThat(scores.get(ClockProfiler.STEP)).isBetween(1.0, 1e9);
    }

    @SuppressWarnings("unchecked") // JMH declares them raw
    private static Collection<? extends Result<?>> results(InternalProfiler profiler) {
        return (Collection<? extends Result<?>>) profiler.afterIteration(null, null, null);
    }
}
