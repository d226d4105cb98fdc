package io.pagetax.plan;

import io.pagetax.evidence.EvidenceProfiler;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.jmh.FileState;
import io.pagetax.jmh.Read;
import io.pagetax.jmh.Write;
import io.pagetax.latency.HitMiss;
import io.pagetax.latency.IntervalLog;
import io.pagetax.latency.LatencyProfiler;
import io.pagetax.linux.syscall.Binding;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs one sample as one JMH fork. <b>Not thread-safe.</b> */
public final class SampleRunner {

    private static final Set<String> BESIDE = Set.of(LatencyProfiler.HICCUP_TAG, LatencyProfiler.COLLECTION_TAG);

    private final Duration warmup;
    private final Duration runtime;
    private final Path workFolder;
    private final PrintStream jmhOutput;

    /**
     * For samples of equal length.
     *
     * @param workFolder where a fork leaves its histograms for a moment
     * @param jmhOutput where JMH's own words go
     */
    public SampleRunner(Duration warmup, Duration runtime, Path workFolder, PrintStream jmhOutput) {
        this.warmup = warmup;
        this.runtime = runtime;
        this.workFolder = workFolder;
        this.jmhOutput = jmhOutput;
    }

    /** Flags of the JVMs that measure; not those by which each tells its fork what to do. */
    public static List<String> jvmFlags() {
        return List.of(
                Objects.requireNonNull(Read.class.getAnnotation(Fork.class)).jvmArgs());
    }

    /**
     * Measures a cell on an existing file, which it may write to if the workload does.
     *
     * @throws SampleException if the fork failed
     */
    public Sample run(Cell cell, Path file) throws SampleException, IOException {
        Path hlog = workFolder.resolve("sample.hlog");
        Files.deleteIfExists(hlog);
        try {
            RunResult result = Forks.run(options(cell, file, hlog), jmhOutput);
            return sample(result, IntervalLog.read(hlog));
        } finally {
            Files.deleteIfExists(hlog);
        }
    }

    private Options options(Cell cell, Path file, Path hlog) {
        Workload workload = cell.workload();
        String benchmark = (workload.rw().isWrite() ? Write.class : Read.class).getName() + "."
                + workload.rw().word();
        return new OptionsBuilder()
                .include("^" + benchmark.replace(".", "\\.") + "$")
                .param("target", file.toString())
                .param("size", Long.toString(workload.sizeBytes()))
                .param("bs", Integer.toString(workload.blockSizeBytes()))
                .param("path", workload.path().word())
                .param("cache", workload.cache().toString())
                .param("ioengine", workload.ioengine().word())
                .param("iodepth", Integer.toString(workload.iodepth()))
                .param("beside", workload.company().toString())
                .param("randseed", Long.toString(workload.seed()))
                .param("hits", workload.hits().word())
                .param("blocks", workload.blocks().word())
                .threads(workload.numjobs())
                .forks(1)
                .warmupIterations(warmup.isZero() ? 0 : 1)
                .warmupTime(TimeValue.milliseconds(warmup.toMillis()))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(runtime.toMillis()))
                .addProfiler(LatencyProfiler.class, LatencyProfiler.hlogOption(hlog))
                .addProfiler(EvidenceProfiler.class)
                .jvmArgsAppend(
                        "-D" + FileState.ALLOW_OVERWRITE + "=true",
                        "-D" + Binding.PROPERTY + "=" + cell.binding().word())
                .shouldFailOnError(true)
                .build();
    }

    @SuppressWarnings("rawtypes") // as JMH declares it
    private static Sample sample(RunResult result, List<Histogram> intervals) {
        Map<String, Result> secondary = result.getSecondaryResults();
        SampleEvidence evidence = EvidenceProfiler.read(secondary)
                .orElseThrow(() -> new IllegalStateException("the fork reported no evidence"));
        return new Sample(
                Forks.score(secondary, LatencyProfiler.IOPS),
                Math.round(Forks.score(secondary, LatencyProfiler.OVERFLOW)),
                evidence,
                intervals.stream().filter(interval -> interval.getTag() == null).toList(),
                result,
                intervals.stream()
                        .filter(interval -> BESIDE.contains(String.valueOf(interval.getTag())))
                        .toList(),
                HitMiss.among(intervals));
    }
}
