package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.device.StorageLayer.FileSystem;
import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.DiskTempFolder;
import io.pagetax.linux.testing.LoopDevice;
import io.pagetax.linux.testing.LoopMount;
import io.pagetax.linux.testing.MountPoint;
import io.pagetax.linux.testing.Requirements;
import io.pagetax.linux.testing.ZramDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On devices and file systems that are put up for it. */
class StorageStackTest {

    @TempDir(factory = DiskTempFolder.class)
    private Path folder;

    @ParameterizedTest
    @CsvSource({"ext4, 16, on", "ext4, 16, off", "xfs, 300, on", "btrfs, 128, off"})
    void fileSystemOnALoopDeviceRestsOnTheFileSystemOfItsImage(String type, int mebibytes, String directIo)
            throws IOException {
        String host = StorageStack.of(folder).describe();
        try (LoopMount mount = LoopMount.create(folder, type, mebibytes, "--direct-io=" + directIo)) {
            String loop = mount.device().name();
            Path file = Files.createFile(mount.folder().resolve("file"));
            StorageStack stack = StorageStack.of(file);
            assertThat(stack).hasToString(type + " > " + loop + " (direct I/O " + directIo + ") > " + host);
            assertThat(stack.topDevices()).containsExactly(loop);
            assertThat(stack.bottomDevices())
                    .isEqualTo(StorageStack.of(folder).bottomDevices())
                    .doesNotContain(loop);
            assertThat(stack.loopsThatCacheAgain()).isEqualTo(directIo.equals("off") ? List.of(loop) : List.of());
            assertThat(stack.isMemory()).isFalse();
            assertThat(stack.compressing()).isFalse();
            assertThat(StorageStack.of(mount.folder())).isEqualTo(stack);
        }
    }

    @Test
    void everyLoopOfANestedStackIsSeen() throws IOException {
        try (LoopMount outer = LoopMount.create(folder, "ext4", 32, "--direct-io=off");
                LoopMount inner = LoopMount.create(outer.folder(), "ext4", 8, "--direct-io=off")) {
            StorageStack stack = StorageStack.of(inner.folder());
            assertThat(stack.loopsThatCacheAgain())
                    .containsExactly(inner.device().name(), outer.device().name());
            assertThat(stack.topDevices()).containsExactly(inner.device().name());
        }
    }

    @Test
    void optionsOfTheMountAreKept() throws IOException {
        try (LoopMount mount = LoopMount.create(folder, "ext4", 16)) {
            mount.makeReadOnly();
            assertThat(StorageStack.of(mount.folder()).top())
                    .isInstanceOfSatisfying(
                            FileSystem.class, top -> assertThat(top.options()).contains("ro"));
        }
    }

    @Test
    void btrfsNamesAllOfItsDevicesAndWhetherItCompresses() throws IOException {
        Requirements.program("mkfs.btrfs");
        Path first = LoopDevice.sparseFile(folder.resolve("first"), 128);
        Path second = LoopDevice.sparseFile(folder.resolve("second"), 128);
        try (LoopDevice one = LoopDevice.attach(first, "--direct-io=on");
                LoopDevice two = LoopDevice.attach(second, "--direct-io=on")) {
            Commands.run("mkfs.btrfs", "-q", one.path().toString(), two.path().toString());
            try (MountPoint mount = MountPoint.mount(
                    folder.resolve("btrfs"), "-o", "compress=zstd:3", two.path().toString())) {
                StorageStack stack = StorageStack.of(mount.folder());
                assertThat(stack.topDevices()).containsExactlyInAnyOrder(one.name(), two.name());
                assertThat(stack.bottomDevices()).doesNotHaveDuplicates();
                assertThat(stack.compressing()).isTrue();
                assertThat(stack.describe()).startsWith("btrfs > [loop");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"up; low", "u,p:p e\\r; l,o:w e\\r"})
    void overlayLeadsToTheFolderThatHasTheFile(String upperName, String lowerName) throws IOException {
        try (LoopMount mount = LoopMount.create(folder, "ext4", 16);
                LoopMount other = LoopMount.create(mount.folder(), "ext4", 8)) {
            Path upper = Files.createDirectory(mount.folder().resolve(upperName));
            Path lower = Files.createDirectory(other.folder().resolve(lowerName));
            Files.createFile(upper.resolve("new"));
            Path old =
                    Files.createFile(Files.createDirectory(lower.resolve("dir")).resolve("old"));
            try (MountPoint overlay = overlay(upper, lower)) {
                assertThat(StorageStack.of(overlay.folder().resolve("new")))
                        .hasToString("overlay (upper) > " + StorageStack.of(upper));
                Path merged = overlay.folder().resolve(lower.relativize(old));
                assertThat(StorageStack.of(merged)).hasToString("overlay (lower) > " + StorageStack.of(lower));
                Files.writeString(merged, "copied up");
                assertThat(StorageStack.of(merged)).hasToString("overlay (upper) > " + StorageStack.of(upper));
            }
        }
    }

    /** A part of an overlay, mounted elsewhere, has the same folders, but another root. */
    @Test
    void boundPartOfAnOverlayIsFollowed() throws IOException {
        try (LoopMount mount = LoopMount.create(folder, "ext4", 16)) {
            Path upper = Files.createDirectory(mount.folder().resolve("upper"));
            Path lower = Files.createDirectory(mount.folder().resolve("lower"));
            Files.createFile(Files.createDirectory(upper.resolve("dir")).resolve("file"));
            try (MountPoint overlay = overlay(upper, lower);
                    MountPoint bound = MountPoint.mount(
                            folder.resolve("bound"),
                            "--bind",
                            overlay.folder().resolve("dir").toString())) {
                assertThat(StorageStack.of(bound.folder().resolve("file")))
                        .hasToString("overlay (upper) > " + StorageStack.of(upper));
            }
        }
    }

    private MountPoint overlay(Path upper, Path lower) throws IOException {
        Path work = Files.createDirectory(upper.resolveSibling("work"));
        String folders = "lowerdir=" + escape(lower) + ",upperdir=" + escape(upper) + ",workdir=" + escape(work);
        return MountPoint.mount(folder.resolve("merged"), "-t", "overlay", "-o", folders, "pagetax-test");
    }

    private static String escape(Path path) {
        return path.toString().replace("\\", "\\\\").replace(",", "\\,").replace(":", "\\:");
    }

    @Test
    void tmpfsIsMemory() throws IOException {
        Path sharedMemory = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(sharedMemory), "needs " + sharedMemory);
        StorageStack stack = StorageStack.of(sharedMemory);
        assertThat(stack).hasToString("tmpfs > memory");
        assertThat(stack.isMemory()).isTrue();
        assertThat(stack.compressing()).isFalse();
        assertThat(stack.topDevices()).isEmpty();
        assertThat(stack.bottomDevices()).isEmpty();
    }

    @Test
    void zramIsMemoryThatCompresses() throws IOException {
        Requirements.program("mkfs.ext4");
        try (ZramDevice zram = ZramDevice.create(16)) {
            Commands.run("mkfs.ext4", "-q", zram.path().toString());
            try (MountPoint mount =
                    MountPoint.mount(folder.resolve("zram"), zram.path().toString())) {
                StorageStack stack = StorageStack.of(mount.folder());
                assertThat(stack).hasToString("ext4 > " + zram.name() + " (compressed memory)");
                assertThat(stack.isMemory()).isTrue();
                assertThat(stack.compressing()).isTrue();
                assertThat(stack.bottomDevices()).containsExactly(zram.name());
            }
        }
    }

    @Test
    void blockDeviceIsItsOwnTop() throws IOException {
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (LoopDevice loop = LoopDevice.attach(image, "--direct-io=on")) {
            Path node = folder.resolve("node");
            String[] number = Files.readString(Path.of("/sys/class/block", loop.name(), "dev"))
                    .strip()
                    .split(":", 2);
            Commands.run("mknod", node.toString(), "b", number[0], number[1]);
            for (Path device : List.of(loop.path(), node)) {
                StorageStack stack = StorageStack.of(device);
                assertThat(stack).hasToString(loop.name() + " (direct I/O on) > " + StorageStack.of(folder));
                assertThat(stack.topDevices()).containsExactly(loop.name());
            }
        }
    }

    @Test
    void partitionRestsOnItsDisk() throws IOException {
        Requirements.program("addpart");
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (LoopDevice loop = LoopDevice.attach(image, "--partscan", "--direct-io=off")) {
            Commands.run("addpart", loop.path().toString(), "1", "2048", "8192");
            StorageStack stack = StorageStack.of(Path.of(loop.path() + "p1"));
            assertThat(stack.describe()).startsWith(loop.name() + "p1 > " + loop.name() + " (direct I/O off) > ");
            assertThat(stack.topDevices()).containsExactly(loop.name() + "p1");
            assertThat(stack.loopsThatCacheAgain()).containsExactly(loop.name());
        }
    }

    @Test
    void deletedImageIsNotKnown() throws IOException {
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (LoopDevice loop = LoopDevice.attach(image, "--direct-io=off")) {
            Files.delete(image);
            StorageStack stack = StorageStack.of(loop.path());
            assertThat(stack).hasToString(loop.name() + " (direct I/O off) > unknown (its file was deleted)");
            assertThat(stack.bottomDevices()).isEmpty();
            assertThat(stack.isMemory()).isFalse();
        }
    }

    @Test
    void imageMayHaveAnOddName() throws IOException {
        Path image = LoopDevice.sparseFile(folder.resolve("a \\ b\n (deleted)"), 8);
        try (LoopDevice loop = LoopDevice.attach(image)) {
            assertThat(StorageStack.of(loop.path()).describe())
                    .endsWith(" > " + StorageStack.of(folder).describe());
        }
    }

    @Test
    void fileOfTheKernelHasNoDevice() throws IOException {
        assertThat(StorageStack.of(Path.of("/proc/self/mountinfo")))
                .hasToString("proc > unknown (its mount names no block device)");
    }

    @Test
    void fileThatIsNotThereIsRefused() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> StorageStack.of(folder.resolve("absent")));
    }
}
