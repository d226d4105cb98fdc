package io.pagetax.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;

class LatencyProfilerTest {

    private static final IterationParams WARMUP = params(IterationType.WARMUP);
    private static final IterationParams MEASUREMENT = params(IterationType.MEASUREMENT);

    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void emptyLedger() {
        LatencyLedger.drain();
        LatencyLedger.drainBeside();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hlog", "log=x", "help", " ", "hlog=", "HLOG=x"})
    void refusesOptionsThatItDoesNotKnow(String initLine) {
        assertThatThrownBy(() -> new LatencyProfiler(initLine))
                .isInstanceOf(ProfilerException.class)
                .hasMessageContaining("'" + initLine + "'")
                .hasMessageContaining("hlog=FILE");
    }

    @Test
    void takesNoOptionOrTheOptionThatItBuilds() throws ProfilerException {
        assertThat(new LatencyProfiler("").getDescription()).contains("hlog=FILE");
        assertThat(new LatencyProfiler(LatencyProfiler.hlogOption(Path.of("a", "b.hlog"))))
                .isNotNull();
    }

    @Test
    void isFoundByJmh() {
        assertThat(ServiceLoader.load(Profiler.class)).anyMatch(LatencyProfiler.class::isInstance);
    }

    @Test
    void reportsNothingIfNothingWasPublished() {
        assertThat(results(new LatencyProfiler(), MEASUREMENT)).isEmpty();
    }

    @Test
    void reportsPercentilesOfOperations() {
        LatencyLedger.publish(sample(micros(1, 100)));
        Map<String, Double> results = results(new LatencyProfiler(), MEASUREMENT);
        assertThat(results).containsEntry("latency.operations", 100.0).containsEntry("latency.overflow", 0.0);
        assertThat(results.get("latency.p50")).isCloseTo(50_000, within(50.0));
        assertThat(results.get("latency.p90")).isCloseTo(90_000, within(90.0));
        assertThat(results.get("latency.p99")).isCloseTo(99_000, within(99.0));
        assertThat(results.get("latency.max")).isCloseTo(100_000, within(100.0));
        assertThat(results)
                .containsOnlyKeys(
                        "latency.operations",
                        "latency.iops",
                        "latency.overflow",
                        "latency.p50",
                        "latency.p90",
                        "latency.p99",
                        "latency.p99.9",
                        "latency.p99.99",
                        "latency.max");
    }

    @Test
    void addsUpTheOperationsPerSecondOfJobs() {
        LatencyLedger.publish(new LatencySample(List.of(micros(1, 100)), 1_000_000_000, 1));
        LatencyLedger.publish(new LatencySample(List.of(micros(1, 50)), 250_000_000, 2));
        Map<String, Double> results = results(new LatencyProfiler(), MEASUREMENT);
        assertThat(results)
                .containsEntry("latency.iops", 300.0)
                .containsEntry("latency.operations", 150.0)
                .containsEntry("latency.overflow", 3.0);
    }

    @Test
    void addsNothingForAJobThatDidNothing() {
        LatencyLedger.publish(new LatencySample(List.of(micros(1, 100)), 1_000_000_000, 0));
        LatencyLedger.publish(new LatencySample(List.of(LatencyRecorder.newHistogram()), 0, 0));
        assertThat(results(new LatencyProfiler(), MEASUREMENT)).containsEntry("latency.iops", 100.0);
    }

    @Test
    void countsHitsAndMissesAndWritesThemWithTagsOfTheirOwn() throws Exception {
        Path hlog = folder.resolve("sample.hlog");
        LatencyLedger.publish(told(micros(1, 30), micros(1, 10), micros(11, 30)));
        LatencyLedger.publish(told(micros(31, 35), LatencyRecorder.newHistogram(), micros(31, 35)));
        Map<String, Double> results = results(new LatencyProfiler(LatencyProfiler.hlogOption(hlog)), MEASUREMENT);
        assertThat(results)
                .containsEntry("latency.operations", 35.0)
                .containsEntry("latency.hits", 10.0)
                .containsEntry("latency.misses", 25.0);
        List<Histogram> log = IntervalLog.read(hlog);
        assertThat(log).extracting(Histogram::getTag).containsExactly(null, "hit", "miss");
        HitMiss hitMiss = Objects.requireNonNull(HitMiss.among(log));
        assertThat(hitMiss.hits()).containsExactly(micros(1, 10));
        assertThat(hitMiss.misses()).containsExactly(micros(11, 35));
    }

    /** A sample without a single hit is another thing than one in which nobody looked. */
    @Test
    void writesThatThereWereNoHits() throws Exception {
        Path hlog = folder.resolve("sample.hlog");
        LatencyLedger.publish(told(micros(1, 5), LatencyRecorder.newHistogram(), micros(1, 5)));
        assertThat(results(new LatencyProfiler(LatencyProfiler.hlogOption(hlog)), MEASUREMENT))
                .containsEntry("latency.hits", 0.0);
        HitMiss hitMiss = Objects.requireNonNull(HitMiss.among(IntervalLog.read(hlog)));
        assertThat(hitMiss.hitCount()).isZero();
        assertThat(hitMiss.missCount()).isEqualTo(5);
        assertThat(HitMiss.among(List.of(micros(1, 5)))).isNull();
    }

    private static LatencySample told(Histogram all, Histogram hits, Histogram misses) {
        return new LatencySample(List.of(all), 1, 0, new HitMiss(List.of(hits), List.of(misses)));
    }

    @Test
    void forgetsWhatWasPublishedBeforeTheIteration() {
        LatencyLedger.publish(sample(micros(1, 100)));
        InternalProfiler profiler = new LatencyProfiler();
        profiler.beforeIteration(null, MEASUREMENT);
        assertThat(profiler.afterIteration(null, MEASUREMENT, null)).isEmpty();
    }

    @Test
    void reportsEveryPublishedSampleOnce() {
        LatencyLedger.publish(sample(micros(1, 100)));
        InternalProfiler profiler = new LatencyProfiler();
        assertThat(profiler.afterIteration(null, MEASUREMENT, null)).isNotEmpty();
        assertThat(profiler.afterIteration(null, MEASUREMENT, null)).isEmpty();
    }

    @Test
    void writesTheIntervalsOfJobsTogether() throws Exception {
        Path hlog = folder.resolve("sample.hlog");
        InternalProfiler profiler = new LatencyProfiler(LatencyProfiler.hlogOption(hlog));
        LatencyLedger.publish(sample(micros(1, 10), micros(1, 20)));
        LatencyLedger.publish(sample(micros(11, 30), micros(21, 40), micros(1, 5)));
        profiler.afterIteration(null, MEASUREMENT, null);
        assertThat(IntervalLog.read(hlog)).containsExactly(micros(1, 30), micros(1, 40), micros(1, 5));
    }

    @Test
    void givesTheIntervalsItWritesTheTimesOfTheJobs() throws Exception {
        Path hlog = folder.resolve("sample.hlog");
        LatencyRecorder recorder = new LatencyRecorder(1);
        recorder.start();
        recorder.record(5);
        LatencySample sample = recorder.finish();
        LatencyLedger.publish(sample);
        InternalProfiler profiler = new LatencyProfiler(LatencyProfiler.hlogOption(hlog));
        profiler.afterIteration(null, MEASUREMENT, null);
        Histogram written = IntervalLog.read(hlog).get(0);
        Histogram recorded = sample.intervals().get(0);
        assertThat(written.getStartTimeStamp()).isEqualTo(recorded.getStartTimeStamp());
        assertThat(written.getEndTimeStamp()).isEqualTo(recorded.getEndTimeStamp());
    }

    @Test
    void writesNothingOfWarmup() throws Exception {
        Path hlog = folder.resolve("sample.hlog");
        InternalProfiler profiler = new LatencyProfiler(LatencyProfiler.hlogOption(hlog));
        LatencyLedger.publish(sample(micros(1, 10)));
        assertThat(profiler.afterIteration(null, WARMUP, null)).isNotEmpty();
        assertThat(hlog).doesNotExist();
    }

    private static Map<String, Double> results(InternalProfiler profiler, IterationParams iteration) {
        Collection<? extends Result<?>> results = rawResults(profiler, iteration);
        Map<String, Double> scores = new TreeMap<>();
        results.forEach(result -> scores.put(result.getLabel(), result.getScore()));
        return scores;
    }

    @SuppressWarnings("unchecked") // JMH declares them raw
    private static Collection<? extends Result<?>> rawResults(InternalProfiler profiler, IterationParams iteration) {
        return (Collection<? extends Result<?>>) profiler.afterIteration(null, iteration, null);
    }

    private static LatencySample sample(Histogram... intervals) {
        return new LatencySample(List.of(intervals), 1, 0);
    }

    private static Histogram micros(int from, int to) {
        Histogram nanos = LatencyRecorder.newHistogram();
        for (int micros = from; micros <= to; micros++) {
            nanos.recordValue(micros * 1000L);
        }
        return nanos;
    }

    private static IterationParams params(IterationType type) {
        return new IterationParams(type, 1, TimeValue.seconds(1), 1);
    }
}
