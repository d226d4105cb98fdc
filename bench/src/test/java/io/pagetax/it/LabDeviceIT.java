package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.DiskFolder;
import io.pagetax.result.Run;
import java.io.IOException;
import java.io.RandomAccessFile;
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

/** Labs on a device: side by side, in turn, and refused. */
@ExtendWith(DiskFolder.class)
class LabDeviceIT {

    private static final int BOOT_SIGNATURE = 510;
    private static final int FIRST_PARTITION = 446;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private Path lab;
    private Path image;
    private String device;
    private LabTraces before;

    @BeforeEach
    void disk() throws IOException {
        Requirements.root();
        Stream.of("losetup", "wipefs", "addpart", "mkfs.ext4", "mkfs.xfs", "mkswap")
                .forEach(Requirements::program);
        folder = folder.toRealPath();
        lab = folder.resolve("lab");
        image = folder.resolve("disk.img");
        Commands.system(folder, "truncate", "-s", "1g", image.toString());
        device = Commands.system(folder, "losetup", "--find", "--show", "--direct-io=on", image.toString());
        before = LabTraces.now(folder, lab);
    }

    @AfterEach
    void noDisk() throws IOException {
        run("down");
        Commands.system(folder, "losetup", "--detach", device);
    }

    private Commands.Outcome run(String... words) throws IOException {
        String[] all = Stream.of(new String[] {"lab"}, words, new String[] {"--dir", lab.toString()})
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        return Commands.run(folder, Commands.pagetax(all));
    }

    private Commands.Outcome up(String... more) throws IOException {
        String[] all = Stream.of(new String[] {"up", "--fs", "ext4,xfs", "--backing", "device=" + device}, more)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        return run(all);
    }

    private String signatures() throws IOException {
        return Commands.system(folder, "wipefs", "--no-act", device);
    }

    private void assertThatItIsAsBefore() throws IOException {
        assertThat(LabTraces.now(folder, lab)).isEqualTo(before);
        assertThat(signatures()).isEmpty();
    }

    @Test
    void partsLieSideBySideAndLeaveNoSignature() throws Exception {
        assertThat(up().exit()).isZero();
        String parts = Commands.system(folder, "lsblk", "--raw", "--noheadings", "--output", "NAME,TYPE,SIZE", device);
        assertThat(parts.lines().filter(line -> line.contains(" part ")))
                .hasSize(2)
                .allMatch(line -> line.endsWith("511M"));

        assertThat(run("down").exit()).isZero();
        assertThatItIsAsBefore();
    }

    @Test
    void signaturesAreWipedAfterTheKernelForgotTheParts() throws Exception {
        assertThat(up().exit()).isZero();
        for (String name : List.of("ext4", "xfs")) {
            Commands.system(folder, "umount", lab.resolve("mnt").resolve(name).toString());
        }
        Commands.system(folder, "delpart", device, "1");
        Commands.system(folder, "delpart", device, "2");

        assertThat(run("down").exit()).isZero();

        assertThatItIsAsBefore();
        assertThat(up().exit()).as("both parts are empty for the next").isZero();
    }

    @Test
    void whatOthersMadeThereSinceIsLeftAlone() throws Exception {
        assertThat(up("--in-turn").exit()).isZero();
        Commands.system(folder, "umount", lab.resolve("mnt/ext4").toString());
        Commands.system(folder, "mkswap", "--force", device);

        assertThat(run("down").exit()).isZero();

        assertThat(signatures()).contains("swap");
        Commands.system(folder, "wipefs", "--all", device);
        assertThatItIsAsBefore();
    }

    @Test
    void fileSystemsTakeTurnsInEveryRound() throws Exception {
        assertThat(up("--in-turn").exit()).isZero();

        Commands.Outcome compared = Undisturbed.run(
                folder,
                "out",
                Commands.pagetax(
                        "run",
                        "--lab",
                        lab.toString(),
                        "--path",
                        "direct,buffered",
                        "--size",
                        "32m",
                        "--rounds",
                        "2",
                        "--runtime",
                        "100ms",
                        "--warmup",
                        "50ms",
                        "--out",
                        "out"));

        assertThat(compared.exit()).as(compared.err()).isZero();
        Run run = RunRecords.read(folder.resolve("out"));
        assertThat(run.rows()).hasSize(4).allMatch(row -> row.samples() == 2);
        assertThat(run.environment().targets())
                .extracting(target -> target.filesystem())
                .containsExactly("ext4", "xfs");
        assertThat(compared.err()).contains("giving the place to ext4", "giving the place to xfs");
        assertThat(run("down").exit()).isZero();
        assertThatItIsAsBefore();
    }

    @Test
    void whatIsInUseIsNeverTaken() throws Exception {
        Commands.system(folder, "mkfs.ext4", "-q", device);
        Path point = Files.createDirectory(folder.resolve("theirs"));
        Commands.system(folder, "mount", device, point.toString());
        Files.writeString(point.resolve("file"), "theirs");

        Commands.Outcome refused = up("--destroy", device);

        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("is mounted at " + point, "left alone", "1g");
        assertThat(point.resolve("file")).hasContent("theirs");
        Commands.system(folder, "umount", point.toString());
        Commands.system(folder, "wipefs", "--all", device);
    }

    @Test
    void partsOfAnotherLabAreNotEmptySpace() throws Exception {
        assertThat(run("up", "--fs", "raw", "--backing", "device=" + device, "--size", "100m")
                        .exit())
                .isZero();
        Path other = folder.resolve("other");

        Commands.Outcome refused = Commands.run(
                folder,
                Commands.pagetax(
                        "lab", "up", "--fs", "ext4", "--backing", "device=" + device, "--dir", other.toString()));

        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err())
                .contains("not empty: partition " + Path.of(device).getFileName() + "p1");
        assertThat(run("down").exit()).isZero();
        assertThatItIsAsBefore();
    }

    @Test
    void rootDiskIsNeverTaken() throws Exception {
        String root = Commands.system(folder, "findmnt", "--noheadings", "--output", "SOURCE", "/");
        Assumptions.assumeTrue(root.startsWith("/dev/"), "skipped: the root is on no device");

        Commands.Outcome refused =
                run("up", "--fs", "ext4", "--backing", "device=" + root, "--destroy", root, "--dry-run");

        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("left alone");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void partitionTableIsGivenUpOnlyByTheDevicesOwnName() throws Exception {
        try (RandomAccessFile disk = new RandomAccessFile(device, "rw")) {
            disk.seek(FIRST_PARTITION + 4);
            disk.write(new byte[] {(byte) 0x83, 0, 0, 0, 0, 8, 0, 0, 0, 0, 8, 0});
            disk.seek(BOOT_SIGNATURE);
            disk.write(new byte[] {0x55, (byte) 0xaa});
        }
        assertThat(signatures()).contains("dos");

        Commands.Outcome refused = up();
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("not empty: dos", "--destroy " + device);
        assertThat(up("--destroy", "/dev/null").exit()).isEqualTo(5);
        assertThat(signatures()).contains("dos");

        assertThat(up("--destroy", device).exit()).isZero();
        assertThat(run("down").exit()).isZero();
        assertThatItIsAsBefore();
    }
}
