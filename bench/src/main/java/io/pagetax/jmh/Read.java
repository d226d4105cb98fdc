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

/** Reads of one block each. The methods bear fio's words for their order; the score is operations per second. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(Workload.BATCH)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(
        value = 2,
        // Not appended: flags of the launching JVM, which is tuned to start fast, must not reach a measurement.
        jvmArgs = {"-Xms128m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"})
public class Read {

    /** Blocks in random order, each once a pass; readahead off. */
    @Benchmark
    public void randread(ReadJob job, Control control) throws IOException {
        job.job().runBatch(control.startMeasurement && !control.stopMeasurement);
    }

    /** Blocks in rising order; readahead as the kernel has it. */
    @Benchmark
    public void read(ReadJob job, Control control) throws IOException {
        job.job().runBatch(control.startMeasurement && !control.stopMeasurement);
    }
}
