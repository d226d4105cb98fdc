package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.pagetax.result.BreakEven;
import io.pagetax.result.Comparison;
import io.pagetax.result.DeviceLatency;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import io.pagetax.result.RowEvidence;
import io.pagetax.result.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paired experiment on real file systems. */
class TaxIT {

    @TempDir
    Path folder;

    private Commands.Outcome execute(String... arguments) throws IOException {
        String[] common = {"--out", "out", "--size", "16m", "--runtime", "200ms", "--warmup", "50ms"};
        return Undisturbed.run(
                folder,
                "out",
                Commands.pagetax(
                        Stream.of(arguments, common).flatMap(Arrays::stream).toArray(String[]::new)));
    }

    private Run measure(String... arguments) throws IOException {
        execute(arguments);
        return RunRecords.read(folder.resolve("out"));
    }

    private static RowEvidence evidence(Row row) {
        return Objects.requireNonNull(row.evidence());
    }

    private static long dirtyPages(Row row, String when) {
        return Objects.requireNonNull(evidence(row).numbers().get("dirtyPages" + when))
                .longValue();
    }

    private static Comparison comparison(Run run, String name) {
        return run.comparisons().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no comparison " + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs"})
    void statesThatDirectReadsMeetAreWhatTheyAreCalled(String type) throws Exception {
        if (!"ext4".equals(type)) {
            Requirements.longRun();
        }
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, type, "400m")) {
            Run run = measure(
                    "run",
                    "--target",
                    "t=" + fileSystem.path(),
                    "--rounds",
                    "1",
                    "--path",
                    "direct,hybrid-cachestat",
                    "--cache",
                    "uncached,stray,mixed:50,cached",
                    "--blocks",
                    "all,resident,absent");

            assertThat(run.rows())
                    .hasSize(12)
                    .allSatisfy(row -> assertThat(row.verdict())
                            .as("%s: %s", row.id(), row.reasons())
                            .isEqualTo("verified"));
            assertThat(evidence(RunRecords.row(run, "direct-stray")).residentPagesAfter())
                    .isEqualTo(1);
            Row half = RunRecords.row(run, "hybrid-cachestat-mixed50");
            assertThat(half.hitRatio()).isCloseTo(0.5, within(0.05));
            Percentiles hits = Objects.requireNonNull(half.hitNs());
            Percentiles misses = Objects.requireNonNull(half.missNs());
            assertThat(Objects.requireNonNull(hits.p50())).isLessThan(Objects.requireNonNull(misses.p50()));
            assertThat(RunRecords.row(run, "mixed50-resident").hitRatio()).isNull();
            assertThat(RunRecords.row(run, "hybrid-cachestat-mixed50-resident").hitRatio())
                    .isEqualTo(1);
            assertThat(RunRecords.row(run, "hybrid-cachestat-mixed50-absent").hitRatio())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs"})
    void rowsBesideOtherThreadsHaveTheirOwnNumbersAndThoseThreadsDidWhatIsSaid(String type) throws Exception {
        if (!"ext4".equals(type)) {
            Requirements.longRun();
        }
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, type, "400m")) {
            Run run = measure(
                    "run",
                    "--target",
                    "t=" + fileSystem.path(),
                    "--rounds",
                    "1",
                    "--path",
                    "direct,buffered",
                    "--beside",
                    "none,direct:1,buffered:1,mmap:1,append,truncate,punch");

            assertThat(run.rows())
                    .hasSize(14)
                    .allSatisfy(row -> assertThat(row.verdict())
                            .as("%s: %s", row.id(), row.reasons())
                            .isEqualTo("verified"))
                    .filteredOn(row -> row.params().beside() != null)
                    .hasSize(12)
                    .allSatisfy(row ->
                            assertThat(besideOperations(row)).as(row.id()).isPositive());
            Row direct = RunRecords.row(run, "direct-uncached-beside-buffered1");
            assertThat(evidence(direct).residentPagesAfter()).isZero();
            assertThat(comparison(run, "mix.direct.punch").denominator()).endsWith("direct-uncached");
        }
    }

    /** The cache takes whole pages in, so of each page one block is visited. */
    @Test
    void blocksSmallerThanAPageAreWhatTheyAreCalled() throws Exception {
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, "ext4", "400m")) {
            Run run = measure(
                    "run",
                    "--target",
                    "t=" + fileSystem.path(),
                    "--rounds",
                    "1",
                    "--bs",
                    "512",
                    "--path",
                    "direct,buffered,mmap,hybrid-cachestat",
                    "--cache",
                    "uncached,mixed:50,cached");

            assertThat(run.rows())
                    .hasSize(12)
                    .allSatisfy(row -> assertThat(row.verdict())
                            .as("%s: %s", row.id(), row.reasons())
                            .isEqualTo("verified"));
            RowEvidence buffered = evidence(RunRecords.row(run, "512-buffered-uncached"));
            long requested = Objects.requireNonNull(buffered.requestedBytes());
            assertThat(buffered.deviceReadBytes()).isCloseTo(8 * requested, withinPercentage(5));
            assertThat(evidence(RunRecords.row(run, "512-hybrid-cachestat-mixed50"))
                            .deviceReadBytes())
                    .isNotNull();
        }
    }

    @Test
    void aHybridPathWhoseMissesCannotBeReadIsUnsupportedThoughItsHitsCould() throws Exception {
        try (ZramFileSystem fileSystem = ZramFileSystem.make(folder, "400M")) {
            execute(
                    "run",
                    "--target",
                    "t=" + fileSystem.path(),
                    "--rounds",
                    "1",
                    "--bs",
                    "512",
                    "--path",
                    "hybrid-cachestat,mmap",
                    "--cache",
                    "cached");

            Run run = RunRecords.read(folder.resolve("out"));
            assertThat(RunRecords.row(run, "512-mmap-cached").verdict()).isEqualTo("verified");
            assertThat(RunRecords.row(run, "512-hybrid-cachestat-cached").unsupported())
                    .contains("EINVAL");
        }
    }

    private static long besideOperations(Row row) {
        return Objects.requireNonNull(evidence(row).numbers().get("besideOperations"))
                .longValue();
    }

    /** Not so on btrfs, which writes dirty pages back by itself when what it sets aside for each runs short. */
    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs"})
    void directReadsOfDirtyPagesFlushThemAndThoseOfOthersDoNot(String type) throws Exception {
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, type, "400m")) {
            Run run = measure(
                    "run",
                    "--target",
                    "t=" + fileSystem.path(),
                    "--rounds",
                    "1",
                    "--path",
                    "direct",
                    "--cache",
                    "dirty:50",
                    "--blocks",
                    "resident,absent");

            assertThat(run.rows())
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.verdict())
                            .as("%s: %s", row.id(), row.reasons())
                            .isEqualTo("verified"));
            Row flushed = RunRecords.row(run, "dirty50-resident");
            assertThat(dirtyPages(flushed, "Before")).isEqualTo(2048);
            assertThat(dirtyPages(flushed, "After")).isLessThan(2048);
            assertThat(dirtyPages(RunRecords.row(run, "dirty50-absent"), "After"))
                    .isEqualTo(2048);
        }
    }

    /** The kernel reads ahead what RWF_NOWAIT does not find, or even reads it, so that the name is not what happened. */
    @Test
    void lookingByNowaitIsFoundToReadAndToFillTheCache() throws Exception {
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, "xfs", "400m")) {
            Commands.Outcome outcome =
                    execute("run", "--target", "t=" + fileSystem.path(), "--rounds", "1", "--path", "hybrid-nowait");

            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(RunRecords.read(folder.resolve("out")).rows())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.verdict()).isEqualTo("refuted");
                        assertThat(row.reasons()).anyMatch(reason -> reason.contains("hybrid-nowait left"));
                    });
        }
    }

    @Test
    void comparesWithinRoundsFindsTheBreakEvenAndControlsItself() throws Exception {
        try (ZramFileSystem xfs = ZramFileSystem.make(folder, "400M")) {
            Commands.Outcome outcome = execute("tax", "--target", "t=" + xfs.path());
            Run run = RunRecords.read(folder.resolve("out"));

            assertThat(run.rows())
                    .hasSize(16)
                    .allSatisfy(row -> assertThat(row.verdict())
                            .as("%s: %s", row.id(), row.reasons())
                            .isEqualTo("verified"));
            assertThat(run.comparisons()).allSatisfy(each -> {
                assertThat(each.rounds()).isEqualTo(6);
                assertThat(each.differenceNs()).isNotNull();
                assertThat(each.cpuDifferenceNs()).isNotNull();
            });
            assertThat(run.comparisons())
                    .extracting(Comparison::name)
                    .contains(
                            "tax.insertion",
                            "tax.insertion-copy",
                            "tax.insertion+removal",
                            "tax.lookup",
                            "tax.strayPage",
                            "tax.flush",
                            "tax.invalidate",
                            "gain.hit",
                            "control.aa");
            // On a device as fast as this no noise hides that pages are put in, and that a hit saves the device.
            assertThat(comparison(run, "tax.insertion").ratio().median()).isGreaterThan(1);
            assertThat(comparison(run, "tax.insertion-copy").ratio().median())
                    .isLessThan(comparison(run, "tax.insertion").ratio().median());
            assertThat(comparison(run, "gain.hit").ratio().median()).isLessThan(1);
            assertThat(run.breakEvens()).extracting(BreakEven::path).contains("buffered", "hybrid-cachestat");
            assertThat(run.breakEvens())
                    .allSatisfy(even -> assertThat(even.measured().median()).isBetween(0.0, 1.0));
            assertThat(run.deviceLatencies())
                    .filteredOn(point -> !point.extrapolated())
                    .extracting(DeviceLatency::name)
                    .contains("tax.insertion", "tax.lookup");
            assertThat(outcome.out()).contains("tax.insertion", "break-even of hybrid-cachestat");
            assertThat(Files.readString(folder.resolve("out/report.html")))
                    .contains("break-even of hybrid-cachestat", "extrapolated");
        }
    }

    @Test
    void whatIsMeasuredAgainIsComparedWithItselfAlone() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Run run = measure(
                "run",
                "--control",
                "--target",
                "t=" + target,
                "--rounds",
                "1",
                "--path",
                "direct,buffered",
                "--cache",
                "uncached,cached");

        assertThat(run.rows()).hasSize(8);
        assertThat(run.comparisons())
                .extracting(Comparison::name)
                .containsExactlyInAnyOrder(
                        "tax.insertion",
                        "tax.residentBlock",
                        "gain.hit",
                        "control.aa",
                        "control.aa",
                        "control.aa",
                        "control.aa");
        assertThat(run.breakEvens())
                .singleElement()
                .satisfies(even -> assertThat(even.rows()).hasSize(2));
    }

    @Test
    void addsRoundsUntilTheTaxesAreKnownOrTheTimeIsOver() throws Exception {
        Requirements.longRun();

        Path target = Files.createDirectory(folder.resolve("target"));
        Run run = measure(
                "tax", "--target", "t=" + target, "--rounds", "1", "--precision", "0.001%", "--max-time", "75s");

        assertThat(run.settings().rounds()).isEqualTo(1);
        assertThat(comparison(run, "tax.insertion").rounds()).isGreaterThan(1);
        assertThat(run.warnings()).anyMatch(text -> text.contains("precision asked for was not reached within 75 s"));
    }

    @Test
    void leavesAFileAsItIsUnlessToldOtherwise() throws Exception {
        Path file = folder.resolve("file");
        Files.write(file, new byte[16 << 20]);
        Commands.Outcome plan =
                Commands.run(folder, Commands.pagetax("tax", "--dry-run", "--size", "16m", "--target", "t=" + file));
        assertThat(plan.exit()).isZero();
        assertThat(plan.out()).contains("t-randread-4k-direct-uncached").doesNotContain("randwrite", "dirty");
        assertThat(plan.err()).contains("t is left as it is");

        List<String> overwriting =
                Commands.pagetax("tax", "--dry-run", "--allow-overwrite", "--size", "16m", "--target", "t=" + file);
        assertThat(Commands.run(folder, overwriting).out()).contains("randwrite", "dirty");
    }
}
