package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.evidence.FileFacts;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Measurements that go wrong on real file systems are refuted by the whole program, with the reason. */
class WrongMeasurementsIT {

    @TempDir
    Path folder;

    private int runs;

    private List<String> command(String out, Path target, String... more) {
        String[] common = {
            "run", "--target", "t=" + target, "--out", out, "--rounds", "1", "--runtime", "300ms", "--warmup", "50ms"
        };
        String[] size = List.of(more).contains("--size") ? new String[0] : new String[] {"--size", "16m"};
        return Commands.pagetax(
                Stream.of(common, size, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    /** Into a directory of its own. */
    private Run measure(Path target, String... more) throws IOException {
        runs++;
        return run("out" + runs, command("out" + runs, target, more));
    }

    private void assertVerified(Path target, String... more) throws IOException {
        runs++;
        String out = "out" + runs;
        Commands.Outcome outcome = Undisturbed.run(folder, out, command(out, target, more));
        assertThat(RunRecords.read(folder.resolve(out)).rows())
                .isNotEmpty()
                .flatExtracting(Row::reasons)
                .isEmpty();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    private Run run(String out, List<String> command) throws IOException {
        Commands.Outcome outcome = Commands.run(folder, command);
        assertThat(outcome.exit()).as(outcome.err()).isIn(0, 3);
        return RunRecords.read(folder.resolve(out));
    }

    private static void assertRefuted(Row row, String... words) {
        assertThat(row.verdict()).as("%s: %s", row.id(), row.reasons()).isEqualTo("refuted");
        assertThat(row.reasons()).anySatisfy(reason -> assertThat(reason).contains(words));
    }

    @Test
    void directWritesThatBtrfsBuffersAreRefuted() throws Exception {
        try (LoopFileSystem btrfs = LoopFileSystem.make(folder, "btrfs", "400m", "datasum", true)) {
            Run run = measure(btrfs.path(), "--path", "direct", "--rw", "randwrite,write");
            run.rows().forEach(row -> assertRefuted(row, "direct writes went through the page cache"));
        }
    }

    @Test
    void directWritesThatBtrfsDoesNotBufferAreVerified() throws Exception {
        try (LoopFileSystem btrfs = LoopFileSystem.make(folder, "btrfs", "400m", "nodatasum", true)) {
            assertVerified(btrfs.path(), "--path", "direct", "--rw", "randwrite,write");
        }
    }

    @Test
    void directReadsThatBtrfsBuffersForTheirAlignmentAreRefuted() throws Exception {
        try (LoopFileSystem btrfs = LoopFileSystem.make(folder, "btrfs", "400m")) {
            Run run = measure(btrfs.path(), "--path", "direct", "--bs", "512");
            assertRefuted(run.rows().get(0), "direct left", "pages in the cache");
        }
    }

    @Test
    void directIoOnAJournaledFileIsRefuted() throws Exception {
        try (LoopFileSystem ext4 = LoopFileSystem.make(folder, "ext4", "400m", "data=journal", true)) {
            Run run = measure(ext4.path(), "--path", "direct", "--rw", "randread,randwrite");
            assertRefuted(RunRecords.row(run, "randread-4k-direct-uncached"), "direct left", "pages in the cache");
            assertRefuted(
                    RunRecords.row(run, "randwrite-4k-direct-uncached"), "direct writes went through the page cache");
        }
    }

    @ParameterizedTest
    @CsvSource({"xfs, fallocate -l", "ext4, fallocate -l", "btrfs, fallocate -l", "xfs, truncate -s"})
    void filesThatWereNeverWrittenAreRefuted(String type, String way) throws Exception {
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, type, "400m")) {
            Path file = fileSystem.path().resolve("reserved");
            String[] words = way.split(" ", -1);
            Commands.system(folder, words[0], words[1], "16m", file.toString());
            Run run = measure(file, "--path", "direct,buffered");
            run.rows().forEach(row -> assertRefuted(row, "never written", "16777216 of 16777216 bytes"));
        }
    }

    @Test
    void dataThatCompressesIsRefutedWhereTheFileSystemCompresses() throws Exception {
        try (LoopFileSystem btrfs = LoopFileSystem.make(folder, "btrfs", "400m", "compress-force=zstd", true)) {
            Path file = text(btrfs.path());
            Run run = measure(file, "--path", "direct,buffered");
            run.rows().forEach(row -> assertRefuted(row, "the data compresses to 0.", "1.00"));
        }
    }

    @Test
    void dataThatCompressesIsAWarningWhereNothingIsKnownToCompress() throws Exception {
        try (LoopFileSystem ext4 = LoopFileSystem.make(folder, "ext4", "400m")) {
            Run run = measure(text(ext4.path()), "--path", "direct");
            assertThat(run.rows().get(0).warnings()).anyMatch(warning -> warning.contains("the data compresses to 0."));
        }
    }

    private static Path text(Path where) throws IOException {
        Path file = where.resolve("text");
        Files.writeString(file, "all work and no play makes a dull file\n".repeat(450_000));
        return file;
    }

    @Test
    void zramIsRefutedForDataThatCompressesAndVerifiedForWhatDoesNot() throws Exception {
        try (ZramFileSystem xfs = ZramFileSystem.make(folder, "400M")) {
            assertRefuted(
                    measure(text(xfs.path()), "--path", "direct").rows().get(0), "the data compresses to 0.", "zram");
            assertVerified(xfs.path(), "--path", "direct,buffered");
        }
    }

    /** RWF_NOWAIT on a page that is not there: zram answers at once, and the read completes. */
    @Test
    void missesThatAreToldToBeHitsAreRefuted() throws Exception {
        try (ZramFileSystem xfs = ZramFileSystem.make(folder, "400M")) {
            Run run = measure(xfs.path(), "--path", "buffered", "--cache", "mixed:50", "--hits", "nowait,cachestat");
            Row nowait = RunRecords.row(run, "hits-nowait");
            assertRefuted(nowait, "hits and misses are told wrongly: 0.000", "the device moved");
            // Which blocks miss is drawn, so that a sample may end a little off the half.
            RowEvidence evidence = Objects.requireNonNull(nowait.evidence());
            assertThat((double) Objects.requireNonNull(evidence.deviceReadBytes())
                            / Objects.requireNonNull(evidence.requestedBytes()))
                    .isCloseTo(0.5, within(0.02));
            assertThat(RunRecords.row(run, "hits-cachestat").reasons()).isEmpty();
        }
    }

    @Test
    void writesSmallerThanTheDevicesBlockAreRefuted() throws Exception {
        FileFacts facts = FileFacts.of(Files.writeString(folder.resolve("any"), "any"), 1);
        Integer physical = facts.physicalBlockBytes();
        assumeTrue(
                physical != null && physical > 512,
                "skipped: the device below the temporary folder has physical blocks of " + physical + " bytes");
        Run run = measure(folder, "--path", "direct", "--bs", "512", "--rw", "randwrite,randread");
        assertRefuted(
                RunRecords.row(run, "randwrite-512-direct-uncached"), "512 bytes", "physical block of " + physical);
        assertThat(RunRecords.row(run, "randread-512-direct-uncached").warnings())
                .anyMatch(warning -> warning.contains("physical block of " + physical));
    }

    @Test
    void aLoopDeviceThatCachesAgainIsRefuted() throws Exception {
        try (LoopFileSystem ext4 = LoopFileSystem.make(folder, "ext4", "400m", "defaults", false)) {
            Run run = measure(ext4.path(), "--path", "direct");
            assertRefuted(run.rows().get(0), "a cache below the file system", "direct I/O off");
        }
    }

    @Test
    void moreThanTheControlGroupAllowsCannotBeCached() throws Exception {
        try (LoopFileSystem ext4 = LoopFileSystem.make(folder, "ext4", "700m");
                ControlGroup memory =
                        ControlGroup.make("memory").with("memory.limit_in_bytes", Long.toString(400L << 20))) {
            Run run = run(
                    "out",
                    memory.confine(
                            command("out", ext4.path(), "--path", "buffered", "--cache", "cached", "--size", "512m")));
            assertRefuted(run.rows().get(0), "536870912 bytes of the file", "419430400 bytes the control group allows");
        }
    }

    @Test
    void aProcessThatIsHeldBackByItsQuotaIsRefuted() throws Exception {
        try (LoopFileSystem ext4 = LoopFileSystem.make(folder, "ext4", "400m");
                ControlGroup cpu = ControlGroup.make("cpu").with("cpu.cfs_quota_us", "30000")) {
            Run run = run("out", cpu.confine(command("out", ext4.path(), "--path", "buffered", "--cache", "cached")));
            assertRefuted(run.rows().get(0), "the control group's quota held the process back");
        }
    }

    @Test
    void logsThatAreWrittenToTheDeviceUnderTestAreRefuted() throws Exception {
        try (LoopFileSystem xfs = LoopFileSystem.make(folder, "xfs", "400m")) {
            Path log = xfs.path().resolve("log");
            Path goOn = Files.createFile(folder.resolve("go-on"));
            String loop = "while [ -e " + goOn + " ]; do dd if=/dev/zero of=" + log
                    + " bs=64k count=256 oflag=direct status=none; done";
            Process logger = new ProcessBuilder("sh", "-c", loop).start();
            try {
                Run run = measure(xfs.path(), "--path", "direct");
                assertRefuted(run.rows().get(0), "others used the disk");
            } finally {
                Files.delete(goOn);
                logger.waitFor();
            }
        }
    }

    @Test
    void rightMeasurementsOnAnOverlayAreVerified() throws Exception {
        try (LoopFileSystem ext4 = LoopFileSystem.make(folder, "ext4", "400m")) {
            for (String part : List.of("lower", "upper", "work")) {
                Files.createDirectory(ext4.path().resolve(part));
            }
            Path merged = Files.createDirectory(folder.resolve("merged"));
            String options = "lowerdir=lower,upperdir=upper,workdir=work".replace("=", "=" + ext4.path() + "/");
            Commands.system(folder, "mount", "-t", "overlay", "-o", options, "pagetax-test", merged.toString());
            try {
                assertVerified(merged, "--path", "direct,buffered,mmap", "--cache", "uncached,mixed:50,cached");
                assertVerified(merged, "--path", "direct,buffered", "--rw", "randwrite");
            } finally {
                Commands.system(folder, "umount", merged.toString());
            }
        }
    }
}
