package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.DiskFolder;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of runs on file systems that fail. */
@ExtendWith(DiskFolder.class)
class LabFaultIT {

    private static final String SIZE = "320m";

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private Path lab;

    @BeforeEach
    void fileSystems() throws IOException {
        Requirements.longRun();
        Requirements.root();
        Stream.of("losetup", "mkfs.ext4", "mkfs.btrfs").forEach(Requirements::program);
        lab = folder.toRealPath().resolve("lab");
        must("up", "--fs", "ext4,btrfs", "--size", SIZE);
    }

    @AfterEach
    void noFileSystems() throws IOException {
        if (lab != null) {
            must("down");
        }
    }

    private String must(String... words) throws IOException {
        String[] all = Stream.of(new String[] {"lab"}, words, new String[] {"--dir", lab.toString()})
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        Commands.Outcome outcome = Commands.run(folder, Commands.pagetax(all));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.out();
    }

    private List<String> measuring(String target, String... more) {
        return measuringOn("--target", "t=" + target, more);
    }

    private static List<String> measuringOn(String option, String value, String... more) {
        String[] common = {"run", option, value, "--out", "out", "--warmup", "0s", "--path", "direct"};
        return Commands.pagetax(Stream.of(common, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private Commands.Outcome measure(String target, String... more) throws IOException {
        return Commands.run(folder, measuring(target, more));
    }

    @Test
    void readErrorsOfTheDeviceAreTold() throws Exception {
        Path file = lab.resolve("mnt/ext4/file");
        Commands.system(
                folder, "dd", "if=/dev/urandom", "of=" + file, "bs=1M", "count=128", "conv=fsync", "status=none");

        assertThat(must("fault", "ext4", "eio")).contains("EIO beyond");
        Commands.Outcome outcome = measure(file.toString(), "--size", "128m", "--rounds", "1", "--runtime", "300ms");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.err()).contains("EIO");
        assertThat(must("status")).contains("spoilt: eio");
    }

    @Test
    void fullFileSystemIsToldBeforeAnythingIsWritten() throws Exception {
        must("fault", "ext4", "enospc");

        Commands.Outcome outcome = measure(lab.resolve("mnt/ext4").toString(), "--size", "32m");

        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).contains("not enough space");
        assertThat(RunRecords.names(lab.resolve("mnt/ext4"))).containsExactly("lost+found", "pagetax-lab-enospc");
    }

    @Test
    void quotaIsToldAndLeavesNothing() throws Exception {
        must("fault", "btrfs", "edquot");

        Commands.Outcome outcome = measure(lab.resolve("mnt/btrfs").toString(), "--size", "100m");

        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).contains("EDQUOT");
        assertThat(RunRecords.names(lab.resolve("mnt/btrfs"))).isEmpty();
    }

    @Test
    void whatWasMeasuredBeforeItBecameReadOnlyIsKept() throws Exception {
        Process run = Commands.start(
                Files.createDirectory(folder.resolve("run")),
                measuringOn(
                        "--lab",
                        lab.toString(),
                        "--rw",
                        "randwrite",
                        "--size",
                        "32m",
                        "--rounds",
                        "6",
                        "--runtime",
                        "1s"));
        Path journal = folder.resolve("run/out/rows.jsonl");
        long deadline = System.currentTimeMillis() + 60_000;
        while (Files.notExists(journal) || Files.readAllLines(journal).size() < 2) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(20);
        }

        must("fault", "ext4", "erofs");
        Commands.Outcome outcome = Commands.await(run, folder.resolve("run"));

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
        assertThat(outcome.err()).contains("EROFS", "stays behind");
        assertThat(outcome.out()).contains("ext4-randwrite-4k-direct-uncached");
        Run written = RunRecords.read(folder.resolve("run/out"));
        Row row = written.rows().get(0);
        assertThat(row.target()).isEqualTo("ext4");
        assertThat(row.samples()).isBetween(1, 5);
        assertThat(row.failures()).isNotEmpty();
    }

    @Test
    void slowDeviceIsMeasuredAsSlow() throws Exception {
        Path blkio = Path.of("/sys/fs/cgroup/blkio/blkio.throttle.read_iops_device");
        Assumptions.assumeTrue(Files.exists(blkio.getParent()), "skipped: no control groups of version 1");
        must("fault", "ext4", "slow");
        Path processes = blkio.resolveSibling("pagetax-lab-ext4/cgroup.procs");
        String measuring = String.join(
                " ",
                measuring(lab.resolve("mnt/ext4").toString(), "--size", "16m", "--rounds", "1", "--runtime", "1s"));

        Commands.run(folder, List.of("sh", "-c", "echo $$ > " + processes + "; exec " + measuring));

        Row row = RunRecords.read(folder.resolve("out")).rows().get(0);
        assertThat(row.iops()).isNotNull();
        assertThat(row.iops().median()).isBetween(100.0, 300.0);
    }
}
