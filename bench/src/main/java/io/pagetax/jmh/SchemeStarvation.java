package io.pagetax.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a direct write takes under the schemes of {@link SchemeCost} while others read the file through the cache; with
 * {@code cache=churned} each of them adds a page nearly every time.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        // Not appended: flags of the launching JVM, which is tuned to start fast, must not reach a measurement.
        jvmArgs = {"-Xms128m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"})
public class SchemeStarvation {

    /** How many threads read beside the one that writes. */
    public static final int ADDERS = 2;

    /** The result to look at. */
    @Benchmark
    @Group("besideAdders")
    @GroupThreads(1)
    public int write(SchemeTask task) {
        return task.write();
    }

    /** What adds pages. */
    @Benchmark
    @Group("besideAdders")
    @GroupThreads(ADDERS)
    public int add(SchemeTask task) {
        return task.readThroughCache();
    }
}
