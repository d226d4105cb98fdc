package io.pagetax.plan;

import io.pagetax.jmh.Calibration;
import io.pagetax.jmh.FixedDelayState;
import io.pagetax.latency.ClockProfiler;
import io.pagetax.latency.IntervalLog;
import io.pagetax.latency.LatencyProfiler;
import io.pagetax.latency.LatencyRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link Calibration}, a short fork a method. <b>Not thread-safe.</b> */
public final class CalibrationRunner {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final TimeValue WARMUP = TimeValue.milliseconds(100);
    private static final TimeValue RUNTIME = TimeValue.milliseconds(200);

    private final Path workFolder;
    private final PrintStream jmhOutput;

    /**
     * Runs nothing yet.
     *
     * @param workFolder where a fork leaves its histograms for a moment
     * @param jmhOutput where JMH's own words go
     */
    public CalibrationRunner(Path workFolder, PrintStream jmhOutput) {
        this.workFolder = workFolder;
        this.jmhOutput = jmhOutput;
    }

    /**
     * Takes two to three seconds.
     *
     * @throws SampleException if a fork failed
     */
    public CalibrationSample run() throws SampleException, IOException {
        Histogram harness = LatencyRecorder.newHistogram();
        Histogram delays = LatencyRecorder.newHistogram();
        RunResult ofHarness = run("nullEngine", harness);
        RunResult ofDelays = run("fixedDelay", delays);
        return new CalibrationSample(
                NANOS_PER_SECOND / score(ofHarness, LatencyProfiler.IOPS),
                harness,
                delays,
                Math.round(score(ofDelays, FixedDelayState.ISSUED)),
                score(ofHarness, ClockProfiler.NANOS_PER_CALL),
                Math.round(score(ofHarness, ClockProfiler.STEP)));
    }

    private RunResult run(String method, Histogram all) throws SampleException, IOException {
        Path hlog = workFolder.resolve("calibration.hlog");
        Files.deleteIfExists(hlog);
        try {
            RunResult result = Forks.run(
                    new OptionsBuilder()
                            .include("^" + (Calibration.class.getName() + "." + method).replace(".", "\\.") + "$")
                            .threads(1)
                            .forks(1)
                            .warmupIterations(1)
                            .warmupTime(WARMUP)
                            .measurementIterations(1)
                            .measurementTime(RUNTIME)
                            .addProfiler(LatencyProfiler.class, LatencyProfiler.hlogOption(hlog))
                            .addProfiler(ClockProfiler.class)
                            .shouldFailOnError(true)
                            .build(),
                    jmhOutput);
            IntervalLog.read(hlog).forEach(all::add);
            return result;
        } finally {
            Files.deleteIfExists(hlog);
        }
    }

    @SuppressWarnings("rawtypes") // as JMH declares it
    private static double score(RunResult result, String label) {
        Map<String, Result> secondary = result.getSecondaryResults();
        return Forks.score(secondary, label);
    }
}
