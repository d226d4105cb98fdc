package io.pagetax.jmh;

import io.pagetax.workload.Workload;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;

/**
 * The harness measured by itself: the loop of {@link Read}, with its offsets, stamps and histogram, around engines that do
 * no I/O. Each method is a fork of its own, so that the loop is compiled for one engine, as in a sample.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Workload.BATCH)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(
        value = 2,
        // Not appended: flags of the launching JVM, which is tuned to start fast, must not reach a measurement.
        jvmArgs = {"-Xms128m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"})
public class Calibration {

    /** What the harness adds to every operation. */
    @Benchmark
    public void nullEngine(NullState loop, Control control) throws IOException {
        loop.runBatch(control.startMeasurement && !control.stopMeasurement);
    }

    /** Operations whose times are known, and counted by who carries them out. */
    @Benchmark
    public void fixedDelay(FixedDelayState loop, IssuedOperations issued, Control control) throws IOException {
        issued.issued += loop.runBatch(control.startMeasurement && !control.stopMeasurement);
    }
}
