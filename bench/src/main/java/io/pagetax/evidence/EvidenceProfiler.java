package io.pagetax.evidence;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * JMH profiler that hands the evidence of every iteration over as secondary results, named {@code SOURCE.key}. What was
 * not told is absent. What threads beside the jobs did is named {@code beside.SOURCE.key}.
 */
public class EvidenceProfiler implements InternalProfiler, ExternalProfiler {

    /** In front of the names of what threads beside the jobs did. */
    private static final String COMPANY = "beside.";

    private final Set<Source> sources;
    private final String description;
    private @Nullable LinuxFile safepointLog;

    /** All evidence, as JMH constructs it. */
    public EvidenceProfiler() {
        this("all that the other profilers of pagetax tell together", Source.values());
    }

    /** The evidence of one source. */
    protected EvidenceProfiler(Source source) {
        this(source.help(), source);
    }

    private EvidenceProfiler(String description, Source... sources) {
        this.description = description;
        this.sources = Set.copyOf(Arrays.asList(sources));
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
        EvidenceLedger.begin(sources);
    }

    @Override
    public final Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmarkParams, IterationParams iterationParams, IterationResult result) {
        return EvidenceLedger.evidence().map(this::results).orElse(List.of());
    }

    @Override
    public final Collection<String> addJVMOptions(BenchmarkParams params) {
        if (!sources.contains(Source.JVM)) {
            return List.of();
        }
        try {
            LinuxFile log = SafepointLog.create();
            safepointLog = log;
            return List.of(SafepointLog.option(log));
        } catch (NativeIoException noPlace) {
            // Then the number of safepoints is not told.
            return List.of();
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as JMH declares it
    public final Collection<? extends Result> afterTrial(
            BenchmarkResult benchmarkResult, long pid, File stdOut, File stdErr) {
        if (safepointLog != null) {
            try {
                safepointLog.close();
            } catch (NativeIoException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return List.of();
    }

    @Override
    public final Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
        return List.of();
    }

    @Override
    public final void beforeTrial(BenchmarkParams benchmarkParams) {
        // All that is needed was done when the options were asked for.
    }

    @Override
    public final boolean allowPrintOut() {
        return true;
    }

    @Override
    public final boolean allowPrintErr() {
        return true;
    }

    private List<Result<?>> results(SampleEvidence evidence) {
        List<Result<?>> results = new ArrayList<>();
        add(results, "", evidence);
        SampleEvidence company = evidence.company();
        if (company != null) {
            add(results, COMPANY, company);
        }
        if (sources.contains(Source.CPU)) {
            addPerOperation(results, "userNsPerOp", "ns/op", evidence.perOperation(Quantity.USER_NANOS));
            addPerOperation(results, "systemNsPerOp", "ns/op", evidence.perOperation(Quantity.SYSTEM_NANOS));
            addPerOperation(
                    results,
                    "contextSwitchesPerOp",
                    "#/op",
                    evidence.perOperation(Quantity.VOLUNTARY_SWITCHES, Quantity.INVOLUNTARY_SWITCHES));
        }
        return results;
    }

    private void add(List<Result<?>> results, String prefix, SampleEvidence evidence) {
        evidence.values().forEach((quantity, value) -> {
            if (sources.contains(quantity.source())) {
                results.add(new ScalarResult(prefix + quantity.label(), value, quantity.unit(), AggregationPolicy.AVG));
            }
        });
    }

    private static void addPerOperation(List<Result<?>> results, String key, String unit, @Nullable Double value) {
        if (value != null) {
            results.add(new ScalarResult(Source.CPU.word() + "." + key, value, unit, AggregationPolicy.AVG));
        }
    }

    /** Puts together again what was reported of all sources in a fork; empty if it was not all there. */
    @SuppressWarnings("rawtypes") // as JMH declares it
    public static Optional<SampleEvidence> read(Map<String, Result> secondary) {
        Map<Quantity, Long> company = read(secondary, COMPANY);
        return Optional.of(
                        new SampleEvidence(read(secondary, ""), company.isEmpty() ? null : new SampleEvidence(company)))
                .filter(SampleEvidence::isComplete);
    }

    @SuppressWarnings("rawtypes") // as JMH declares it
    private static Map<Quantity, Long> read(Map<String, Result> secondary, String prefix) {
        Map<Quantity, Long> values = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            Result result = secondary.get(prefix + quantity.label());
            if (result != null) {
                values.put(quantity, Math.round(result.getScore()));
            }
        }
        return values;
    }
}
