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

/**
 * What it costs to reach the kernel from Java: one block at a random offset, and one look at the clock, as {@code
 * src/peer/c/io_loop.c} does it in C. Nothing is recorded and nothing judged; {@code scripts/binding-tax} runs both and
 * compares. The binding is chosen by {@code -jvmArgsAppend -Dio.pagetax.linux.binding=ffm}.
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
public class BindingTax {

    /** One operation after the other. */
    @Benchmark
    public long read(BindingTaxReads reads) throws IOException {
        return reads.batch();
    }

    /** io_uring past the cache, through a registered file and registered blocks, up to 16 handed over at a time. */
    @Benchmark
    public long queuedRead(BindingTaxQueue queue) throws IOException {
        return queue.batch();
    }
}
