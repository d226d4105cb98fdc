package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.DiskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labs are made and removed without a trace, whatever happens meanwhile. */
@ExtendWith(DiskFolder.class)
class LabIT {

    private static final String SIZE = "320m";
    private static final int EXIT_KILLED = 137;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private Path lab;
    private LabTraces before;

    @BeforeEach
    void look() throws IOException {
        Requirements.root();
        Stream.of("losetup", "mkfs.ext4", "mkfs.xfs", "mkfs.btrfs").forEach(Requirements::program);
        folder = folder.toRealPath();
        lab = folder.resolve("lab");
        before = LabTraces.now(folder, lab);
    }

    @AfterEach
    void tidy() throws IOException {
        Commands.run(folder, command("down"));
    }

    private List<String> command(String... words) {
        String[] all = Stream.of(new String[] {"lab"}, words, new String[] {"--dir", lab.toString()})
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        return Commands.pagetax(all);
    }

    private Commands.Outcome run(String... words) throws IOException {
        return Commands.run(folder, command(words));
    }

    private Commands.Outcome mustRun(String... words) throws IOException {
        Commands.Outcome outcome = run(words);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome;
    }

    private void assertThatNothingIsLeft() throws IOException {
        assertThat(LabTraces.now(folder, lab)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop", "zram"})
    void whatIsMadeStandsAndGoesWithoutATrace(String backing) throws Exception {
        String variants = "ext4-journal,xfs-noreflink,btrfs-nodatacow,overlay-ext4,mine=raw,tmpfs";

        Commands.Outcome up = mustRun(
                "up", "--fs", variants, "--backing", backing, "--size", SIZE, "--mount-opts", "xfs-noreflink=noatime");

        assertThat(up.out().lines()).hasSize(6).allMatch(line -> line.contains("ready"));
        String mounts =
                Commands.system(folder, "findmnt", "--raw", "--noheadings", "--output", "TARGET,FSTYPE,OPTIONS");
        assertThat(mounts.lines().filter(line -> line.startsWith(lab + "/mnt/")))
                .hasSize(5)
                .anyMatch(line -> line.contains("/ext4-journal ext4 ") && line.contains("data=journal"))
                .anyMatch(line -> line.contains("/xfs-noreflink xfs ") && line.contains("noatime"))
                .anyMatch(line -> line.contains("/btrfs-nodatacow btrfs ") && line.contains("nodatacow"))
                .anyMatch(line -> line.contains("/overlay-ext4 overlay "))
                .anyMatch(line -> line.contains("/tmpfs tmpfs "));
        assertThat(Commands.system(folder, "losetup", "--list", "--noheadings", "--output", "BACK-FILE,DIO")
                        .lines()
                        .filter(line -> line.startsWith(lab.toString())))
                .hasSize(backing.equals("loop") ? 5 : 0)
                .allMatch(line -> line.endsWith(" 1"));
        assertThat(run("up", "--fs", "ext4").err()).contains("a lab stands in", "lab down");
        mustRun("down");
        assertThatNothingIsLeft();
        assertThat(run("down").out()).contains("no lab stands");
    }

    @Test
    void filesBehindLoopDevicesAreWrittenAndStaySo() throws Exception {
        mustRun("up", "--fs", "ext4,xfs,btrfs", "--size", SIZE);

        for (String name : List.of("ext4", "xfs", "btrfs")) {
            Path image = lab.resolve("backing").resolve(name + ".img");
            String[] allocated = Commands.system(folder, "du", "--block-size=1", image.toString())
                    .split("\\s", 2);
            // mkfs.ext4 has the device write its zeroes, which makes holes where inodes are.
            assertThat(Long.parseLong(allocated[0])).isGreaterThan(Files.size(image) / 100 * 90);
            Path limit = Path.of(
                    "/sys/class/block",
                    Path.of(Commands.system(
                                    folder,
                                    "losetup",
                                    "--noheadings",
                                    "--output",
                                    "NAME",
                                    "--associated",
                                    image.toString()))
                            .getFileName()
                            .toString(),
                    "queue/discard_max_bytes");
            assertThat(Files.readString(limit))
                    .as("what the next file of the device would find")
                    .isNotEqualTo("0\n");
        }
        mustRun("down");
        assertThatNothingIsLeft();
    }

    @Test
    void killedAtAnyMomentItIsRemovedByTheNext() throws Exception {
        SplittableRandom random = new SplittableRandom(6);
        int killed = 0;
        int rounds = Boolean.getBoolean("pagetax.long") ? 100 : 6;
        for (int round = 0; round < rounds; round++) {
            String backing = round % 2 == 0 ? "loop" : "zram";
            Process up = Commands.start(
                    folder, command("up", "--fs", "ext4,overlay-xfs,btrfs", "--backing", backing, "--size", SIZE));
            Thread.sleep(300 + random.nextInt(backing.equals("loop") ? 3000 : 1500));
            up.destroyForcibly();
            killed += up.waitFor() == EXIT_KILLED ? 1 : 0;

            mustRun("down");
            assertThatNothingIsLeft();
        }
        assertThat(killed).isGreaterThan(rounds / 3);
    }

    @Test
    void upAndDownManyTimesInARow() throws Exception {
        Requirements.longRun();
        for (int round = 0; round < 100; round++) {
            mustRun("up", "--fs", "ext4,xfs,btrfs", "--backing", round % 2 == 0 ? "zram" : "loop", "--size", SIZE);
            mustRun("down");
            assertThatNothingIsLeft();
        }
    }

    @Test
    void whatIsGoneAlreadyIsNoHindrance() throws Exception {
        mustRun("up", "--fs", "ext4,xfs,btrfs", "--size", SIZE);
        Commands.system(folder, "umount", lab.resolve("mnt/xfs").toString());
        String device = Commands.system(
                folder,
                "losetup",
                "--noheadings",
                "--output",
                "NAME",
                "--associated",
                lab.resolve("backing/xfs.img").toString());
        Commands.system(folder, "losetup", "--detach", device);
        Files.delete(lab.resolve("backing/xfs.img"));

        assertThat(run("status").out().lines().filter(line -> line.startsWith("xfs")))
                .singleElement()
                .asString()
                .contains("broken");
        mustRun("down");
        assertThatNothingIsLeft();
    }

    @Test
    void whatOthersPutThereIsLeftAndNamed() throws Exception {
        mustRun("up", "--fs", "ext4,tmpfs", "--size", "64m");
        Path strangers = Files.writeString(lab.resolve("mnt/stranger"), "mine");

        Commands.Outcome down = run("down");

        assertThat(down.exit()).isEqualTo(5);
        assertThat(down.err()).contains(lab.resolve("mnt") + " holds what the lab did not put there");
        assertThat(strangers).hasContent("mine");
        Files.delete(strangers);
        mustRun("down");
        assertThatNothingIsLeft();
    }

    @Test
    void interruptedWhileMakingItRemovesWhatItMade() throws Exception {
        Process up = Commands.start(folder, command("up", "--fs", "ext4,xfs,btrfs", "--size", "1g"));
        long deadline = System.currentTimeMillis() + 30_000;
        while (Files.notExists(lab.resolve("backing/xfs.img"))) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(10);
        }
        Commands.system(Files.createDirectory(folder.resolve("kill")), "kill", "-INT", Long.toString(up.pid()));

        Commands.Outcome outcome = Commands.await(up, folder);

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(130);
        assertThat(outcome.err()).contains("what was made is removed");
        assertThatNothingIsLeft();
    }

    @Test
    void dryRunShowsAllCommandsAndDoesNone() throws Exception {
        Commands.Outcome shown = mustRun("up", "--fs", "ext4,xfs", "--backing", "zram", "--fill", "20", "--dry-run");

        assertThat(shown.out())
                .contains("cat /sys/class/zram-control/hot_add", "mkfs.ext4 ", "mkfs.xfs ", "mount -t xfs ", "dd if=");
        assertThatNothingIsLeft();
    }

    @Test
    void failedMakingLeavesNothing() throws Exception {
        Commands.Outcome up = run("up", "--fs", "ext4,xfs", "--size", SIZE, "--mkfs-opts", "xfs=-m nosuch=1");

        assertThat(up.exit()).isEqualTo(5);
        assertThat(up.err()).contains("mkfs.xfs", "nosuch");
        assertThatNothingIsLeft();
    }

    @Test
    void filledAndAgedFileSystemsAreEquallyFull() throws Exception {
        mustRun("up", "--fs", "ext4,xfs", "--backing", "zram", "--size", SIZE, "--age", "--fill", "40");

        for (String name : List.of("ext4", "xfs")) {
            Path mounted = lab.resolve("mnt").resolve(name);
            double free = Files.getFileStore(mounted).getUnallocatedSpace();
            assertThat(100 - 100 * free / Files.getFileStore(mounted).getTotalSpace())
                    .isBetween(39.0, 42.0);
            try (Stream<Path> files = Files.list(mounted.resolve("pagetax-lab-fill"))) {
                assertThat(files.count()).isGreaterThan(10);
            }
        }
        mustRun("down");
        assertThatNothingIsLeft();
    }
}
