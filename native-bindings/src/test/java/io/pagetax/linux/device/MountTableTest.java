package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.testing.ChildJvm;
import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.LoopMount;
import io.pagetax.linux.testing.MountPoint;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountTableTest {

    private static final String ROOT = "26 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw,errors=remount-ro";
    private static final String HOME = "40 26 0:35 /@home /home rw,noatime - btrfs /dev/sdb1 rw,ssd,subvol=/@home";

    @TempDir
    private Path folder;

    @Test
    void fieldsAreThoseOfTheLine() {
        assertThat(MountTable.parse(List.of(ROOT)).mounts())
                .containsExactly(new Mount(
                        26, 1, "259:2", "/", "/", "rw,relatime", "ext4", "/dev/nvme0n1p2", "rw,errors=remount-ro"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shared:1 ", "shared:1 master:2 ", "shared:1 master:2 propagate_from:3 unbindable "})
    void optionalFieldsMayBeAnyNumber(String optional) {
        String line = "40 26 8:1 / /data ro " + optional + "- xfs /dev/sda1 rw,attr2";
        assertThat(MountTable.parse(List.of(line)).mounts())
                .containsExactly(new Mount(40, 26, "8:1", "/", "/data", "ro", "xfs", "/dev/sda1", "rw,attr2"));
    }

    @Test
    void octalEscapesAreUndone() {
        String line = "41 26 8:1 /@\\040x /mnt/a\\040b\\011c\\134d\\012e rw - ext4 /dev/disk/by-label/my\\040disk rw";
        Mount mount = MountTable.parse(List.of(line)).mounts().get(0);
        assertThat(mount.root()).isEqualTo("/@ x");
        assertThat(mount.mountPoint()).isEqualTo("/mnt/a b\tc\\d\ne");
        assertThat(mount.source()).isEqualTo("/dev/disk/by-label/my disk");
    }

    @Test
    void namesThatLookLikeSeparatorsAreNoSeparators() {
        String line = "41 26 0:50 / /mnt/-/a-b rw - fuse.sshfs host:/a-b rw,user_id=0";
        assertThat(MountTable.parse(List.of(line)).mounts())
                .containsExactly(
                        new Mount(41, 26, "0:50", "/", "/mnt/-/a-b", "rw", "fuse.sshfs", "host:/a-b", "rw,user_id=0"));
    }

    @Test
    void sourceMayBeEmpty() {
        String line = "41 26 0:50 / /mnt rw - tmpfs  rw,size=1k";
        assertThat(MountTable.parse(List.of(line)).mounts())
                .containsExactly(new Mount(41, 26, "0:50", "/", "/mnt", "rw", "tmpfs", "", "rw,size=1k"));
    }

    @ParameterizedTest
    @CsvSource({"/, /", "/etc/passwd, /", "/homes, /", "/home, /home", "/home/a/b, /home", "/home/a, /home"})
    void longestMountPointThatLeadsToAPathWins(String path, String mountPoint) {
        for (List<String> order : List.of(List.of(ROOT, HOME), List.of(HOME, ROOT))) {
            assertThat(MountTable.parse(order)
                            .mountOf(Path.of(path))
                            .orElseThrow()
                            .mountPoint())
                    .isEqualTo(mountPoint);
        }
    }

    @Test
    void lastMountOnAPointCoversThoseBefore() {
        String cover = "90 40 0:60 / /home rw - tmpfs tmpfs rw";
        MountTable table = MountTable.parse(List.of(ROOT, HOME, cover));
        assertThat(table.mountOf(Path.of("/home/a")).orElseThrow().fileSystem()).isEqualTo("tmpfs");
    }

    /** The table keeps a mount below one that another covers later. */
    @Test
    void mountHiddenByALaterOneOnItsParentIsPassedBy() {
        String data = "41 40 8:1 / /home/a/data rw - xfs /dev/sda1 rw";
        String cover = "90 40 0:60 / /home/a rw - tmpfs tmpfs rw";
        for (List<String> order : List.of(List.of(ROOT, HOME, data, cover), List.of(cover, data, HOME, ROOT))) {
            assertThat(MountTable.parse(order)
                            .mountOf(Path.of("/home/a/data/file"))
                            .orElseThrow()
                            .fileSystem())
                    .isEqualTo("tmpfs");
        }
    }

    @Test
    void mountUponACoverIsSeen() {
        String cover = "90 40 0:60 / /home/a rw - tmpfs tmpfs rw";
        String upon = "91 90 8:1 / /home/a/data rw - xfs /dev/sda1 rw";
        MountTable table = MountTable.parse(List.of(ROOT, HOME, cover, upon));
        assertThat(table.mountOf(Path.of("/home/a/data/file")).orElseThrow().fileSystem())
                .isEqualTo("xfs");
    }

    /** As where the root is a folder of a mount that is not seen itself, or is its own parent. */
    @Test
    void rootNeedNotBeAMountThatIsSeen() {
        MountTable inFolder = MountTable.parse(List.of(HOME));
        assertThat(inFolder.mountOf(Path.of("/home/a"))).isPresent();
        MountTable ownParent = MountTable.parse(List.of("26 26 0:2 / / rw - rootfs rootfs rw", HOME));
        assertThat(ownParent.mountOf(Path.of("/home/a")).orElseThrow().fileSystem())
                .isEqualTo("btrfs");
        assertThat(ownParent.mountOf(Path.of("/etc")).orElseThrow().fileSystem())
                .isEqualTo("rootfs");
    }

    @Test
    void realMountThatIsHiddenIsPassedBy() throws IOException {
        Path outer = folder.resolve("outer");
        Path inner = outer.resolve("inner");
        try (MountPoint hidden = MountPoint.mount(inner, "-t", "tmpfs", "pagetax-hidden")) {
            try (MountPoint cover = MountPoint.mount(outer, "-t", "tmpfs", "pagetax-cover")) {
                assertThat(sourceOf(Files.createDirectory(inner))).isEqualTo("pagetax-cover");
                assertThat(sourceOf(cover.folder())).isEqualTo("pagetax-cover");
            }
            assertThat(sourceOf(hidden.folder())).isEqualTo("pagetax-hidden");
        }
    }

    private static String sourceOf(Path path) throws IOException {
        return MountTable.read().mountOf(path.toRealPath()).orElseThrow().source();
    }

    @Test
    void pathUnderNoMountHasNone() {
        assertThat(MountTable.parse(List.of(HOME)).mountOf(Path.of("/etc"))).isEmpty();
        assertThat(MountTable.parse(List.of()).mountOf(Path.of("/"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tmpfs, true", "ramfs, true", "devtmpfs, true", "ext4, false", "overlay, false", "fuse.sshfs, false"})
    void memoryFileSystemsAreKnownByName(String fileSystem, boolean memory) {
        assertThat(new Mount(2, 1, "0:1", "/", "/", "rw", fileSystem, "none", "rw").isMemory())
                .isEqualTo(memory);
    }

    @Test
    void tableOfThisProcessHasARoot() throws IOException {
        Mount root = MountTable.read().mountOf(Path.of("/")).orElseThrow();
        assertThat(root.mountPoint()).isEqualTo("/");
        assertThat(root.fileSystem()).isEqualTo(Files.getFileStore(Path.of("/")).type());
    }

    @Test
    void sharedMemoryIsMemory() throws IOException {
        Path sharedMemory = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(sharedMemory), "needs " + sharedMemory);
        assertThat(MountTable.read().mountOf(sharedMemory.resolve("file")).orElseThrow())
                .satisfies(mount -> assertThat(mount.fileSystem()).isEqualTo("tmpfs"))
                .satisfies(mount -> assertThat(mount.isMemory()).isTrue());
    }

    @Test
    void newMountIsFoundWithItsDeviceAndOptions() throws IOException {
        try (LoopMount ext4 = LoopMount.create(folder, "ext4", 16)) {
            ext4.makeReadOnly();
            Mount mount = MountTable.read()
                    .mountOf(ext4.folder().toRealPath().resolve("file"))
                    .orElseThrow();
            assertThat(mount.source()).isEqualTo(ext4.device().path().toString());
            assertThat(mount.fileSystem()).isEqualTo("ext4");
            assertThat(mount.mountPoint()).isEqualTo(ext4.folder().toRealPath().toString());
            assertThat(mount.options().split(",")).contains("ro");
            assertThat(BlockDevice.ofNumber(mount.device()))
                    .hasValueSatisfying(device ->
                            assertThat(device.name()).isEqualTo(ext4.device().name()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "tab\there", "back\\slash", "new\nline"})
    void mountPointWithAnOddNameIsFound(String name) throws IOException {
        Requirements.root();
        Path point = Files.createDirectory(folder.resolve(name));
        Commands.run("mount", "-t", "tmpfs", "pagetax-test", point.toString());
        try {
            Mount mount = MountTable.read().mountOf(point.toRealPath()).orElseThrow();
            assertThat(mount.mountPoint()).isEqualTo(point.toRealPath().toString());
            assertThat(mount.source()).isEqualTo("pagetax-test");
        } finally {
            Commands.run("umount", point.toString());
        }
    }

    /** The table holds the mounts of all users, and a name is any bytes: none may keep us from the others. */
    @ParameterizedTest
    @CsvSource({
        "\\015, C.UTF-8", // carriage return, which the kernel does not escape
        "\\303\\251, C.UTF-8", // an accented letter
        "\\303\\251, C", // the same where the JVM has no such letter in file names
        "\\351, C.UTF-8", // not valid UTF-8
        "\\351, C",
    })
    void mountOfAnyNameLeavesTheOthersReadable(String octalBytes, String locale) {
        Requirements.root();
        String point = folder + "/a$(printf '" + octalBytes + "')b";
        Commands.run("sh", "-c", "mkdir \"" + point + "\" && mount -t tmpfs pagetax-test \"" + point + "\"");
        try {
            ChildJvm.run(Map.of("LC_ALL", locale), FindsRoot.class);
        } finally {
            Commands.run("sh", "-c", "umount \"" + point + "\" && rmdir \"" + point + "\"");
        }
    }

    static final class FindsRoot {

        public static void main(String[] arguments) throws IOException {
            assertThat(MountTable.read().mountOf(Path.of("/etc")).orElseThrow().mountPoint())
                    .isEqualTo("/");
        }
    }
}
