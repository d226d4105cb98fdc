package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same benchmarks from JMH's own command line. */
class StockJmhIT {

    /** Of 16 MiB in blocks of 4 KiB. */
    private static final int BLOCKS_IN_PASS = 4096;

    @TempDir
    Path folder;

    @Test
    void listsTheBenchmarksByTheWordsOfFio() throws Exception {
        Commands.Outcome outcome = Commands.run(folder, Commands.benchmarks("-l"));

        assertThat(outcome.out())
                .contains("jmh.Read.randread", "jmh.Read.read", "jmh.Write.randwrite", "jmh.Write.write")
                .contains("jmh.Calibration.nullEngine", "jmh.Calibration.fixedDelay");
    }

    @Test
    void harnessIsMeasuredByItselfAndAllocatesNothing() throws Exception {
        String line =
                "jmh.Calibration -f 1 -wi 1 -w 200ms -i 2 -r 200ms -foe true -rf json -rff calibration.json -prof gc"
                        + " -prof io.pagetax.latency.LatencyProfiler -prof io.pagetax.latency.ClockProfiler";
        Commands.Outcome outcome = Commands.run(folder, Commands.benchmarks(line.split(" ", -1)));

        assertThat(outcome.exit()).as(outcome.out()).isZero();
        JsonNode results =
                new ObjectMapper().readTree(folder.resolve("calibration.json").toFile());
        assertThat(results).hasSize(2);
        JsonNode delays = results.get(0);
        assertThat(delays.at("/benchmark").asText()).endsWith("Calibration.fixedDelay");
        assertThat(delays.at("/secondaryMetrics/issued/score").asDouble())
                .isPositive()
                .isEqualTo(
                        delays.at("/secondaryMetrics/latency.operations/score").asDouble());
        assertThat(delays.at("/primaryMetric/score").asDouble()).isGreaterThan(0.95 * 10_000 + 0.05 * 200_000);
        JsonNode nothing = results.get(1);
        assertThat(nothing.at("/secondaryMetrics/gc.alloc.rate.norm/score").asDouble())
                .isLessThan(1);
        assertThat(nothing.at("/secondaryMetrics/clock.nsPerCall/score").asDouble())
                .isPositive();
    }

    @Test
    void noReadAllocatesAnything() throws Exception {
        Requirements.longRun();
        Files.createDirectory(folder.resolve("target"));
        Commands.Outcome outcome = Commands.run(
                folder,
                Commands.benchmarks(
                        "jmh.Read",
                        "-p",
                        "target=target",
                        "-p",
                        "size=16m",
                        "-p",
                        "cache=cached,mixed:50",
                        "-f",
                        "1",
                        "-wi",
                        "1",
                        "-w",
                        "100ms",
                        "-i",
                        "1",
                        "-r",
                        "500ms",
                        "-prof",
                        "gc",
                        "-rf",
                        "json",
                        "-rff",
                        "gc.json",
                        "-foe",
                        "true"));

        assertThat(outcome.exit()).as(outcome.out()).isZero();
        JsonNode results = new ObjectMapper().readTree(folder.resolve("gc.json").toFile());
        assertThat(results).hasSize(2 * 4 * 2);
        for (JsonNode result : results) {
            // What JMH allocates in an iteration, and the fixtures in a pass, is spread over the operations.
            JsonNode norm = result.at("/secondaryMetrics/gc.alloc.rate.norm/score");
            JsonNode score = result.at("/primaryMetric/score");
            double operations = score.asDouble() * 0.5;
            double passes = operations / BLOCKS_IN_PASS;
            assertThat(norm.asDouble() * operations)
                    .as(result.at("/params").toString())
                    .isLessThan(200_000 + 1024 * passes);
            assertThat(norm.asDouble()).as(result.at("/params").toString()).isLessThan(8);
        }
        assertThat(RunRecords.names(folder.resolve("target"))).isEmpty();
    }

    @Test
    void profilersGiveEvidenceAndLatencies() throws Exception {
        Requirements.longRun();
        Files.createDirectory(folder.resolve("target"));
        Commands.Outcome outcome = Commands.run(
                folder,
                Commands.benchmarks(
                        "Read.randread",
                        "-p",
                        "target=target",
                        "-p",
                        "size=16m",
                        "-p",
                        "cache=uncached",
                        "-p",
                        "path=buffered",
                        "-f",
                        "1",
                        "-wi",
                        "0",
                        "-i",
                        "2",
                        "-r",
                        "200ms",
                        "-t",
                        "2",
                        "-prof",
                        "evidence",
                        "-prof",
                        "latency:hlog=x.hlog"));

        assertThat(outcome.out())
                .contains("pagecache.residentPagesBefore", "device.deviceReadBytes", "latency.p99.9", "latency.iops")
                .contains("cpu.userNsPerOp", "ns/op", "faults.minorFaults", "jvm.safepointNanos");
        assertThat(folder.resolve("x.hlog")).isNotEmptyFile();
    }

    @Test
    void writingToAnExistingFileNeedsPermissionHereToo() throws Exception {
        Path precious = Files.write(folder.resolve("precious"), new byte[1 << 20]);

        Commands.run(
                folder,
                Commands.benchmarks(
                        "Write.randwrite",
                        "-p",
                        "target=" + precious,
                        "-p",
                        "size=1m",
                        "-p",
                        "cache=uncached",
                        "-f",
                        "1",
                        "-wi",
                        "0",
                        "-i",
                        "1",
                        "-r",
                        "100ms"));

        assertThat(Files.readAllBytes(precious)).containsOnly(0);
    }

    @Test
    void takesEngineAndDepthAndRefusesThoseThatDoNotFit() throws Exception {
        Files.createDirectory(folder.resolve("target"));

        assertThat(read("direct", "filechannel", "1").out())
                .contains("filechannel")
                .doesNotContain("<failure>");
        assertThat(read("mmap", "filechannel", "1").out())
                .contains("--ioengine filechannel: does not carry --path mmap; accepted: mmap, mappedbytebuffer");
        assertThat(read("direct", "auto", "32").out())
                .contains("--iodepth 32: --ioengine psync keeps one operation in flight");
    }

    @Test
    void tellsHitsFromMissesAndRefusesTellersThatDoNotFit() throws Exception {
        Files.createDirectory(folder.resolve("target"));
        String line = "Read.randread -f 1 -wi 0 -i 1 -r 100ms -p target=target -p size=16m -p cache=mixed:50"
                + " -prof io.pagetax.latency.LatencyProfiler -p path=buffered -p hits=";

        assertThat(Commands.run(folder, Commands.benchmarks((line + "cachestat").split(" ", -1)))
                        .out())
                .contains("latency.hits", "latency.misses");
        assertThat(Commands.run(folder, Commands.benchmarks((line + "faults").split(" ", -1)))
                        .out())
                .contains("--hits faults: takes reads with --path mmap and --ioengine mmap, mappedbytebuffer");
    }

    private Commands.Outcome read(String path, String engine, String depth) throws Exception {
        String line = "Read.randread -f 1 -wi 0 -i 1 -r 100ms -p target=target -p size=16m -p cache=uncached -p path="
                + path + " -p ioengine=" + engine + " -p iodepth=" + depth;
        return Commands.run(folder, Commands.benchmarks(line.split(" ", -1)));
    }
}
