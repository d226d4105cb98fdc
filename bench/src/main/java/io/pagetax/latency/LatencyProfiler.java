package io.pagetax.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * JMH profiler {@code io.pagetax.latency.LatencyProfiler}: percentiles of every operation's service time as secondary
 * results, and, with the option {@code hlog=FILE}, the histograms themselves.
 *
 * <p>JMH's own percentiles are those of iterations' means; these are those of operations.
 */
public class LatencyProfiler implements InternalProfiler {

    /** Label of the secondary result that counts operations. */
    public static final String OPERATIONS = "latency.operations";
    /** Label of the secondary result with the operations per second, jobs added up. */
    public static final String IOPS = "latency.iops";
    /** Label of the secondary result that counts operations beyond the histogram's range. */
    public static final String OVERFLOW = "latency.overflow";

    /** Label of the secondary result that counts hits of the page cache, if they were told from misses. */
    public static final String HITS = "latency.hits";
    /** Label of the secondary result that counts misses of the page cache, if they were told from hits. */
    public static final String MISSES = "latency.misses";

    /** Tag of the intervals in which hiccups were recorded. */
    public static final String HICCUP_TAG = "hiccup";

    /** Tag of the intervals in which garbage collections were recorded. */
    public static final String COLLECTION_TAG = "gc";

    private static final String HLOG_OPTION = "hlog=";
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};
    private static final double NANOS_PER_SECOND = 1e9;

    private final @Nullable Path hlog;

    /**
     * As JMH constructs it.
     *
     * @param initLine empty, or {@code hlog=FILE}: a file that does not exist yet
     * @throws ProfilerException for any other option
     */
    public LatencyProfiler(String initLine) throws ProfilerException {
        if (!initLine.isEmpty() && (!initLine.startsWith(HLOG_OPTION) || initLine.equals(HLOG_OPTION))) {
            throw new ProfilerException("unknown option '" + initLine + "', hlog=FILE is accepted");
        }
        this.hlog = initLine.isEmpty() ? null : Path.of(initLine.substring(HLOG_OPTION.length()));
    }

    /** As JMH's service loader constructs it. */
    public LatencyProfiler() {
        this.hlog = null;
    }

    /** The option that makes a profiler write its histograms to a file. */
    public static String hlogOption(Path file) {
        return HLOG_OPTION + file;
    }

    @Override
    public final String getDescription() {
        return "latency percentiles of every operation; option hlog=FILE writes the histograms";
    }

    @Override
    public final void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
        LatencyLedger.drain();
        LatencyLedger.drainBeside();
    }

    @Override
    public final Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmarkParams, IterationParams iterationParams, IterationResult result) {
        List<LatencySample> jobs = LatencyLedger.drain();
        if (jobs.isEmpty()) {
            return List.of();
        }
        List<Histogram> intervals =
                mergeIntervals(jobs.stream().map(LatencySample::intervals).toList());
        HitMiss hitMiss = mergeHitMiss(jobs);
        if (hlog != null && iterationParams.getType() == IterationType.MEASUREMENT) {
            append(hlog, intervals);
            append(hlog, hitMiss.tagged());
            append(hlog, LatencyLedger.drainBeside());
        }
        return results(jobs, intervals, hitMiss);
    }

    private static void append(Path file, List<Histogram> intervals) {
        try (IntervalLog log = IntervalLog.append(file)) {
            for (Histogram interval : intervals) {
                log.write(interval);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The jobs' first intervals become one, and so on: they began together. */
    private static List<Histogram> mergeIntervals(List<List<Histogram>> jobs) {
        List<Histogram> merged = new ArrayList<>();
        for (List<Histogram> job : jobs) {
            for (int i = 0; i < job.size(); i++) {
                if (i == merged.size()) {
                    merged.add(LatencyRecorder.newHistogram());
                }
                merged.get(i).add(job.get(i));
            }
        }
        return merged;
    }

    /** Without intervals if nothing was told apart. */
    private static HitMiss mergeHitMiss(List<LatencySample> jobs) {
        List<HitMiss> told = jobs.stream()
                .map(LatencySample::hitMiss)
                .flatMap(Stream::ofNullable)
                .toList();
        return new HitMiss(
                mergeIntervals(told.stream().map(HitMiss::hits).toList()),
                mergeIntervals(told.stream().map(HitMiss::misses).toList()));
    }

    private static List<Result<?>> results(List<LatencySample> jobs, List<Histogram> intervals, HitMiss hitMiss) {
        Histogram all = LatencyRecorder.newHistogram();
        intervals.forEach(all::add);
        double iops = jobs.stream()
                .filter(job -> job.busyNanos() > 0)
                .mapToDouble(job -> job.operations() * NANOS_PER_SECOND / job.busyNanos())
                .sum();
        List<Result<?>> results = new ArrayList<>();
        results.add(new ScalarResult(OPERATIONS, all.getTotalCount(), "ops", AggregationPolicy.SUM));
        results.add(new ScalarResult(IOPS, iops, "ops/s", AggregationPolicy.AVG));
        results.add(new ScalarResult(
                OVERFLOW, jobs.stream().mapToLong(LatencySample::overflow).sum(), "ops", AggregationPolicy.SUM));
        if (!hitMiss.hits().isEmpty()) {
            results.add(new ScalarResult(HITS, hitMiss.hitCount(), "ops", AggregationPolicy.SUM));
            results.add(new ScalarResult(MISSES, hitMiss.missCount(), "ops", AggregationPolicy.SUM));
        }
        for (double percentile : PERCENTILES) {
            String label =
                    "latency.p" + (percentile == Math.rint(percentile) ? "" + (int) percentile : "" + percentile);
            results.add(new ScalarResult(label, all.getValueAtPercentile(percentile), "ns", AggregationPolicy.AVG));
        }
        results.add(new ScalarResult("latency.max", all.getMaxValue(), "ns", AggregationPolicy.MAX));
        return results;
    }
}
