package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.latency.IntervalLog;
import io.pagetax.result.Comparison;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import io.pagetax.result.RowEvidence;
import io.pagetax.result.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hits told from misses, from the command line to the record and the histograms. */
class HitsIT {

    @TempDir
    Path folder;

    @Test
    void everyTellerHasARowBesideThePlainOneOnARealFileSystem() throws Exception {
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, "xfs", "400m")) {
            String line = "run --target t=" + fileSystem.path() + " --out out --size 16m --rounds 2 --runtime 400ms"
                    + " --warmup 50ms --path buffered,mmap --cache mixed:50 --hits nowait,cachestat,faults";
            Commands.Outcome outcome = Undisturbed.run(folder, "out", Commands.pagetax(line.split(" ", -1)));
            Run run = RunRecords.read(folder.resolve("out"));

            assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
            assertThat(run.rows())
                    .extracting(Row::id)
                    .containsExactly(
                            "t-randread-4k-buffered-mixed50",
                            "t-randread-4k-buffered-mixed50-hits-nowait",
                            "t-randread-4k-buffered-mixed50-hits-cachestat",
                            "t-randread-4k-mmap-mixed50",
                            "t-randread-4k-mmap-mixed50-hits-faults");
            assertThat(outcome.out()).contains("-hits-cachestat: hit ratio 0.");
            assertThat(run.comparisons())
                    .extracting(Comparison::name)
                    .containsExactly("cost.hits.nowait", "cost.hits.cachestat", "cost.hits.faults");
            plainRowsHaveNoHits(run);
            ratiosAreThoseOfTheBytes(run);
            filesHoldBothSides(run);
        }
    }

    /** A newer kernel keeps what is resident of other users' files to itself. */
    @Test
    void tellerThatIsRefusedIsARowThatSaysSo() throws Exception {
        Requirements.root();
        Requirements.program("setpriv");
        Path open = Files.createDirectory(folder.resolve("open"));
        Commands.system(folder, "chmod", "777", open.toString(), folder.toString());
        Path others = Files.write(open.resolve("others"), new byte[1 << 20]);
        Commands.system(folder, "chmod", "644", others.toString());
        String line = "setpriv --reuid=65534 --regid=65534 --clear-groups "
                + String.join(" ", Commands.pagetax("run", "--target", "t=" + others, "--out", open + "/out"))
                + " --size 1m --rounds 1 --runtime 50ms --warmup 0s --path buffered --hits cachestat";

        Commands.Outcome outcome = Commands.run(folder, List.of(line.split(" ", -1)));

        Row refused = RunRecords.row(RunRecords.read(open.resolve("out")), "-hits-cachestat");
        assumeThat(refused.unsupported()).as("whether this kernel refuses").isNotNull();
        assertThat(refused.unsupported()).contains("cachestat(" + others + "): EPERM", "this user's own or writable");
        assertThat(refused.hitRatio()).isNull();
        assertThat(outcome.exit()).isEqualTo(3);
    }

    private static void plainRowsHaveNoHits(Run run) {
        Row plain = RunRecords.row(run, "buffered-mixed50");
        assertThat(plain.params().hits()).isNull();
        assertThat(plain.hitRatio()).isNull();
        assertThat(plain.hitNs()).isNull();
        assertThat(plain.missNs()).isNull();
    }

    /** What is a miss comes from the device, and what comes from the device is a miss. */
    private static void ratiosAreThoseOfTheBytes(Run run) {
        for (String teller : List.of("cachestat", "faults")) {
            Row row = RunRecords.row(run, "-hits-" + teller);
            assertThat(row.params().hits()).isEqualTo(teller);
            assertThat(Objects.requireNonNull(row.hitRatio())).isCloseTo(1 - deviceShare(row), within(0.002));
        }
        // A device may answer before the look is over, and then passes for the cache.
        Row nowait = RunRecords.row(run, "-hits-nowait");
        assertThat(Objects.requireNonNull(nowait.hitRatio())).isBetween(1 - deviceShare(nowait) - 0.002, 1.0);
    }

    private static double deviceShare(Row row) {
        RowEvidence evidence = Objects.requireNonNull(row.evidence());
        return (double) Objects.requireNonNull(evidence.deviceReadBytes())
                / Objects.requireNonNull(evidence.requestedBytes());
    }

    private void filesHoldBothSides(Run run) throws Exception {
        Row row = RunRecords.row(run, "-hits-cachestat");
        Percentiles hits = Objects.requireNonNull(row.hitNs());
        Percentiles misses = Objects.requireNonNull(row.missNs());
        assertThat(hits.count() + misses.count())
                .isEqualTo(Objects.requireNonNull(row.latencyNs()).count());
        assertThat(Objects.requireNonNull(hits.p50())).isLessThan(Objects.requireNonNull(misses.p50()));
        List<Histogram> log = IntervalLog.read(folder.resolve("out/latency.hlog"));
        assertThat(count(log, row.id() + ".read.service"))
                .isEqualTo(row.latencyNs().count());
        assertThat(count(log, row.id() + ".read.hit")).isEqualTo(hits.count());
        assertThat(count(log, row.id() + ".read.miss")).isEqualTo(misses.count());
        for (String side : List.of("-hit.hgrm", "-miss.hgrm", ".hgrm")) {
            assertThat(folder.resolve("out").resolve(row.id() + side)).content().contains("microseconds", "#[Mean");
        }
        assertThat(RunRecords.names(folder.resolve("out"))).doesNotContain("t-randread-4k-buffered-mixed50-hit.hgrm");
        assertThat(Files.readString(folder.resolve("out/rows.jsonl"))).contains("\"hitRatio\":0.");
    }

    private static long count(List<Histogram> log, String tag) {
        return log.stream()
                .filter(interval -> tag.equals(interval.getTag()))
                .mapToLong(Histogram::getTotalCount)
                .sum();
    }
}
