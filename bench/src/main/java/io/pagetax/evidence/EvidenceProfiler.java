package io.pagetax.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * JMH profiler {@code io.pagetax.evidence.EvidenceProfiler}: resident pages before and after, and bytes moved to and
 * from the device in the timed part, as secondary results. What the kernel did not tell is absent.
 */
public final class EvidenceProfiler implements InternalProfiler {

    private static final String PREFIX = "evidence.";
    private static final String PAGES = "pages";
    private static final String BYTES = "bytes";

    /** As JMH constructs it. */
    public EvidenceProfiler() {}

    @Override
    public String getDescription() {
        return "resident pages and device bytes of every sample";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
        EvidenceLedger.drain();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmarkParams, IterationParams iterationParams, IterationResult result) {
        return EvidenceLedger.drain().map(EvidenceProfiler::results).orElse(List.of());
    }

    private static List<Result<?>> results(SampleEvidence evidence) {
        List<Result<?>> results = new ArrayList<>();
        add(results, "passes", evidence.passes(), "passes");
        add(results, "filePages", evidence.filePages(), PAGES);
        add(results, "expectedPagesBefore", evidence.expectedPagesBefore(), PAGES);
        add(results, "residentPagesBefore", evidence.residentPagesBefore(), PAGES);
        add(results, "residentPagesAfter", evidence.residentPagesAfter(), PAGES);
        add(results, "lastPassPages", evidence.lastPassPages(), PAGES);
        add(results, "requestedBytes", evidence.requestedBytes(), BYTES);
        add(results, "deviceReadBytes", evidence.deviceReadBytes(), BYTES);
        add(results, "deviceWriteBytes", evidence.deviceWriteBytes(), BYTES);
        return results;
    }

    private static void add(List<Result<?>> results, String name, @Nullable Long value, String unit) {
        if (value != null) {
            results.add(new ScalarResult(PREFIX + name, value, unit, AggregationPolicy.AVG));
        }
    }

    /** Puts together again what this profiler reported in a fork; empty if it reported nothing. */
    @SuppressWarnings("rawtypes") // as JMH declares it
    public static Optional<SampleEvidence> read(Map<String, Result> secondary) {
        Long passes = value(secondary, "passes");
        Long filePages = value(secondary, "filePages");
        Long expected = value(secondary, "expectedPagesBefore");
        Long lastPass = value(secondary, "lastPassPages");
        Long requested = value(secondary, "requestedBytes");
        if (passes == null || filePages == null || expected == null || lastPass == null || requested == null) {
            return Optional.empty();
        }
        return Optional.of(new SampleEvidence(
                passes,
                filePages,
                expected,
                value(secondary, "residentPagesBefore"),
                value(secondary, "residentPagesAfter"),
                lastPass,
                requested,
                value(secondary, "deviceReadBytes"),
                value(secondary, "deviceWriteBytes")));
    }

    @SuppressWarnings("rawtypes")
    private static @Nullable Long value(Map<String, Result> secondary, String name) {
        Result result = secondary.get(PREFIX + name);
        return result == null ? null : Math.round(result.getScore());
    }
}
