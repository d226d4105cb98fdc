package io.pagetax.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What keeping direct I/O coherent with the page cache costs, by the schemes of {@code io.pagetax.scheme} in user space:
 * one transfer at a random place. What a kernel does besides (TLB flushes, LRU, RCU call-backs, reclaim) is not in here.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        // Not appended: flags of the launching JVM, which is tuned to start fast, must not reach a measurement.
        jvmArgs = {"-Xms128m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"})
public class SchemeCost {

    /** read(2) with O_DIRECT, as the scheme has it. */
    @Benchmark
    public int read(SchemeTask task) {
        return task.read();
    }

    /** write(2) with O_DIRECT. */
    @Benchmark
    public int write(SchemeTask task) {
        return task.write();
    }
}
