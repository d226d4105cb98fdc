package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Right measurements on real file systems are verified, wrong ones are not. */
class FileSystemsIT {

    @TempDir
    Path folder;

    private Commands.Outcome measure(Path target, String... more) throws Exception {
        return measure("16m", target, more);
    }

    private Commands.Outcome measure(String size, Path target, String... more) throws Exception {
        String[] common = {
            "run",
            "--target",
            "t=" + target,
            "--out",
            "out",
            "--size",
            size,
            "--rounds",
            "1",
            "--runtime",
            "200ms",
            "--warmup",
            "50ms"
        };
        String[] all = Stream.of(common, more).flatMap(Arrays::stream).toArray(String[]::new);
        return Undisturbed.run(folder, "out", Commands.pagetax(all));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs"})
    void everyPathInEveryStateIsVerified(String type) throws Exception {
        if (!"ext4".equals(type)) {
            Requirements.longRun();
        }
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, type, "400m")) {
            Commands.Outcome outcome = measure(
                    fileSystem.path(),
                    "--path",
                    "direct,buffered,mmap",
                    "--cache",
                    "uncached,mixed:50,cached",
                    "--rw",
                    "randread,read");

            assertThat(outcome.out()).doesNotContain("refuted");
            assertThat(outcome.exit()).isZero();
            assertThat(RunRecords.names(fileSystem.path())).noneMatch(name -> name.endsWith(".data"));
            assertThat(RunRecords.read(folder.resolve("out"))
                            .environment()
                            .targets()
                            .get(0))
                    .satisfies(target -> {
                        assertThat(target.filesystem()).isEqualTo(type);
                        assertThat(target.device()).startsWith("loop");
                        assertThat(target.backing()).isEqualTo("file, direct I/O on");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs"})
    void writesAreVerified(String type) throws Exception {
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, type, "400m")) {
            Commands.Outcome outcome = measure(
                    fileSystem.path(), "--path", "direct,buffered", "--rw", "randwrite,write", "--cache", "uncached");

            assertThat(outcome.out()).doesNotContain("refuted");
            assertThat(outcome.exit()).isZero();
        }
    }

    @Test
    void dontcacheIsARowOfItsOwnOrSaysWhyNot() throws Exception {
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, "xfs", "400m")) {
            measure(fileSystem.path(), "--path", "dontcache,buffered", "--cache", "uncached");

            Row row = RunRecords.row(RunRecords.read(folder.resolve("out")), "dontcache-uncached");
            if (row.unsupported() == null) {
                assertThat(row.verdict()).isEqualTo("verified");
            } else {
                assertThat(row.unsupported()).contains("EOPNOTSUPP");
            }
        }
    }

    @Test
    void directOnTmpfsIsRefutedAndAnUnsupportedPathIsARowThatSaysSo() throws Exception {
        Requirements.root();
        Path tmpfs = Files.createDirectory(folder.resolve("tmpfs"));
        Commands.system(folder, "mount", "-t", "tmpfs", "-o", "size=128m", "pagetax-test", tmpfs.toString());
        try {
            Commands.Outcome outcome =
                    measure(tmpfs, "--path", "direct,buffered,dontcache", "--cache", "uncached,cached");

            assertThat(outcome.exit()).isEqualTo(3);
            Run run = RunRecords.read(folder.resolve("out"));
            assertThat(RunRecords.row(run, "direct-uncached").verdict()).isEqualTo("refuted");
            assertThat(RunRecords.row(run, "direct-cached").verdict()).isEqualTo("refuted");
            assertThat(RunRecords.row(run, "direct-cached").reasons()).anyMatch(reason -> reason.contains("0 bytes"));
            assertThat(RunRecords.row(run, "buffered-uncached").verdict()).isEqualTo("refuted");
            assertThat(RunRecords.row(run, "buffered-cached").verdict()).isEqualTo("verified");
            assertThat(RunRecords.row(run, "dontcache-cached").unsupported()).contains("EOPNOTSUPP");
            assertThat(run.comparisons()).isEmpty();
            assertThat(outcome.out()).contains("no answer");
        } finally {
            Commands.system(folder, "umount", tmpfs.toString());
        }
    }

    @Test
    void fullDiskIsTheTargetsFaultAndLeavesNoFile() throws Exception {
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, "ext4", "100m")) {
            Commands.Outcome outcome = measure("96m", fileSystem.path());

            assertThat(outcome.exit()).isEqualTo(5);
            assertThat(outcome.err()).contains("not enough space", "--size");
            assertThat(RunRecords.names(fileSystem.path())).noneMatch(name -> name.endsWith(".data"));
        }
    }

    /** The file system believes that it has room; the disk below it is full. */
    @Test
    void deviceErrorInTheMiddleFailsTheRowByNameAndTheRestGoesOn() throws Exception {
        try (LoopFileSystem fileSystem = LoopFileSystem.make(folder, "ext4", "400m")) {
            Path file = fileSystem.path().resolve("data");
            Commands.system(
                    folder, "dd", "if=/dev/urandom", "of=" + file, "bs=1M", "count=64", "conv=fsync", "status=none");
            Commands.system(folder, "truncate", "-s", "20m", fileSystem.image().toString());
            Commands.Outcome outcome = Commands.run(
                    folder,
                    Commands.pagetax(
                            "run",
                            "--target",
                            "t=" + file,
                            "--out",
                            "out",
                            "--size",
                            "64m",
                            "--rounds",
                            "2",
                            "--runtime",
                            "200ms",
                            "--warmup",
                            "0s",
                            "--path",
                            "direct"));
            Commands.system(folder, "truncate", "-s", "400m", fileSystem.image().toString());

            assertThat(outcome.exit()).isIn(3, 5);
            assertThat(outcome.err()).contains("EIO").doesNotContain("\tat ");
        }
    }
}
