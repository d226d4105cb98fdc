package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On folders that look like the /sys of machines with other devices. */
class StorageStackFixtureTest {

    private static final String UUID = "0f9b3c1d-7a52-4c3e-9b1a-0123456789ab";
    private static final String NVME = "pci0000:00/0000:01:00.0/nvme/nvme0/nvme0n1";
    private static final String SDA = "pci0000:00/0000:00:1f.2/ata1/host0/target0:0:0/0:0:0:0/block/sda";
    private static final String SDB = "pci0000:00/0000:00:1f.2/ata2/host1/target1:0:0/1:0:0:0/block/sdb";

    @TempDir
    private Path folder;

    private SysfsFixture fixture;

    @BeforeEach
    void disks() throws IOException {
        fixture = new SysfsFixture(folder.resolve("sys"))
                .device(NVME, "259:0")
                .device(NVME + "/nvme0n1p2", "259:2")
                .attribute("nvme0n1p2", "partition", "2")
                .device(SDA, "8:0")
                .device(SDA + "/sda1", "8:1")
                .attribute("sda1", "partition", "1")
                .device(SDB, "8:16")
                .device(SDB + "/sdb1", "8:17")
                .attribute("sdb1", "partition", "1");
    }

    @Test
    void partitionRestsOnItsDisk() {
        StorageStack stack = stackOn("259:2", "xfs", "/dev/nvme0n1p2", "rw");
        assertThat(stack).hasToString("xfs > nvme0n1p2 > nvme0n1");
        assertThat(stack.topDevices()).containsExactly("nvme0n1p2");
        assertThat(stack.bottomDevices()).containsExactly("nvme0n1");
    }

    @Test
    void raidRestsOnAllOfItsDisks() throws IOException {
        fixture.device("virtual/block/md0", "9:0")
                .attribute("md0", "md/level", "raid1")
                .slaves("md0", "sda1", "sdb1");
        StorageStack stack = stackOn("9:0", "ext4", "/dev/md0", "rw");
        assertThat(stack).hasToString("ext4 > md0 (raid1) > [sda1 > sda, sdb1 > sdb]");
        assertThat(stack.topDevices()).containsExactly("md0");
        assertThat(stack.bottomDevices()).containsExactly("sda", "sdb");
        assertThat(stack.isMemory()).isFalse();
    }

    @Test
    void mappedDevicesAreNamedWithoutTheirIds() throws IOException {
        fixture.device("virtual/block/dm-0", "254:0")
                .attribute("dm-0", "dm/name", "luks-" + UUID)
                .attribute("dm-0", "dm/uuid", "CRYPT-LUKS2-0f9b3c1d7a524c3e9b1a0123456789ab-luks")
                .slaves("dm-0", "nvme0n1p2")
                .device("virtual/block/dm-1", "254:1")
                .attribute("dm-1", "dm/name", "vg-root")
                .attribute("dm-1", "dm/uuid", "LVM-AbCdEfGhIjKlMnOpQrStUvWxYz0123456789")
                .slaves("dm-1", "dm-0");
        assertThat(stackOn("254:1", "ext4", "/dev/mapper/vg-root", "rw"))
                .hasToString("ext4 > dm-1 (LVM vg-root) > dm-0 (CRYPT luks-*) > nvme0n1p2 > nvme0n1");
    }

    @Test
    void mappedDeviceMayHaveNoIdAndNothingBelow() throws IOException {
        fixture.device("virtual/block/dm-0", "254:0")
                .attribute("dm-0", "dm/name", "zero")
                .attribute("dm-0", "dm/uuid", "");
        StorageStack stack = stackOn("254:0", "ext4", "/dev/mapper/zero", "rw");
        assertThat(stack).hasToString("ext4 > dm-0 (zero)");
        assertThat(stack.bottomDevices()).containsExactly("dm-0");
    }

    @Test
    void mappedPathsToOneDiskAreNamedWithoutItsWwn() throws IOException {
        fixture.device("virtual/block/dm-0", "254:0")
                .attribute("dm-0", "dm/name", "3600508b400105e210000900000490000")
                .attribute("dm-0", "dm/uuid", "mpath-3600508b400105e210000900000490000")
                .slaves("dm-0", "sda", "sdb");
        assertThat(stackOn("254:0", "xfs", "/dev/mapper/mpatha", "rw"))
                .hasToString("xfs > dm-0 (mpath *) > [sda, sdb]");
    }

    /** Its files have a device number that no block device has. */
    @Test
    void btrfsRestsOnAllDevicesThatItHas() throws IOException {
        fixture.btrfs("another", "nvme0n1p2").btrfs(UUID, "sda1", "sdb");
        StorageStack stack = stackOn("0:35", "btrfs", "/dev/sdb", "rw,compress-force=zstd:1,subvol=/@home");
        assertThat(stack).hasToString("btrfs > [sda1 > sda, sdb]");
        assertThat(stack.topDevices()).containsExactly("sda1", "sdb");
        assertThat(stack.compressing()).isTrue();
    }

    @Test
    void btrfsThatSysfsDoesNotKnowRestsOnItsSource() {
        assertThat(stackOn("0:35", "btrfs", "/dev/sda1", "rw,ssd")).hasToString("btrfs > sda1 > sda");
    }

    /** As in a container, where /dev is nearly empty. */
    @Test
    void mappedSourceIsFoundByItsNameIfItHasNoNode() throws IOException {
        fixture.device("virtual/block/dm-0", "254:0")
                .attribute("dm-0", "dm/name", "pagetax-absent")
                .slaves("dm-0", "sda");
        assertThat(stackOn("0:35", "btrfs", "/dev/mapper/pagetax-absent", "rw"))
                .hasToString("btrfs > dm-0 (pagetax-absent) > sda");
    }

    @Test
    void otherDevicesMadeOfDevicesAreFollowed() throws IOException {
        fixture.device("virtual/block/bcache0", "252:0").slaves("bcache0", "sda", "nvme0n1");
        StorageStack stack = stackOn("252:0", "ext4", "/dev/bcache0", "rw");
        assertThat(stack).hasToString("ext4 > bcache0 > [nvme0n1, sda]");
        assertThat(stack.bottomDevices()).containsExactly("nvme0n1", "sda");
    }

    @ParameterizedTest
    @CsvSource({"ram0, virtual/block/ram0", "pmem0, ndbus0/region0/namespace0.0/block/pmem0"})
    void memoryDisksAreMemory(String name, String path) throws IOException {
        fixture.device(path, "1:0");
        StorageStack stack = stackOn("1:0", "ext4", "/dev/" + name, "rw");
        assertThat(stack).hasToString("ext4 > " + name + " (memory)");
        assertThat(stack.isMemory()).isTrue();
        assertThat(stack.compressing()).isFalse();
        assertThat(stack.bottomDevices()).containsExactly(name);
    }

    @Test
    void raidOfDiskAndMemoryIsNotMemory() throws IOException {
        fixture.device("virtual/block/ram0", "1:0")
                .device("virtual/block/md0", "9:0")
                .attribute("md0", "md/level", "raid1")
                .slaves("md0", "ram0", "sda");
        assertThat(stackOn("9:0", "ext4", "/dev/md0", "rw").isMemory()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "nfs4, host:/export",
        "cifs, //host/share",
        "9p, hostshare",
        "ceph, mon:/",
        "fuse.sshfs, user@host:",
        "fuse, dev"
    })
    void remoteFileSystemsHaveNoLocalDevice(String type, String source) {
        StorageStack stack = stackOn("0:50", type, source, "rw");
        assertThat(stack).hasToString(type + " > no local device");
        assertThat(stack.topDevices()).isEmpty();
        assertThat(stack.bottomDevices()).isEmpty();
        assertThat(stack.isMemory()).isFalse();
    }

    @Test
    void fuseOnABlockDeviceHasIt() {
        assertThat(stackOn("8:1", "fuseblk", "/dev/sda1", "rw")).hasToString("fuseblk > sda1 > sda");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tank/data", "/dev/absent", "/dev/", "none", "../../dev/sda"})
    void sourceThatIsNoDeviceIsNotGuessed(String source) {
        StorageStack stack = stackOn("0:50", "zfs", source, "rw");
        assertThat(stack).hasToString("zfs > unknown (its mount names no block device)");
        assertThat(stack.isMemory()).isFalse();
    }

    /** The host's folders are named, but are not in the container. */
    @Test
    void overlayWhoseFoldersAreOutOfReachEndsInTheReason() {
        String folders = "rw,lowerdir=/pagetax-absent/1:/pagetax-absent/2,upperdir=/pagetax-absent/3,workdir=/w";
        assertThat(stackOn("0:44", "overlay", "overlay", folders))
                .hasToString("overlay > unknown (none of its folders can be seen from here to hold the file)");
    }

    @Test
    void overlayOnAnOverlayIsFollowedToItsEnd() throws IOException {
        Path file =
                Files.createFile(Files.createDirectory(folder.resolve("merged")).resolve("file"));
        Files.createFile(Files.createDirectory(folder.resolve("middle")).resolve("file"));
        Files.createFile(Files.createDirectory(folder.resolve("lowest")).resolve("file"));
        MountTable mounts = MountTable.parse(List.of(
                "1 0 8:1 / / rw - ext4 /dev/sda1 rw", overlay(2, "merged", "middle"), overlay(3, "middle", "lowest")));
        assertThat(StorageStack.of(file, mounts, fixture.sysfs()))
                .hasToString("overlay (lower) > overlay (lower) > ext4 > sda1 > sda");
    }

    /** Only a table that is out of date can say so. */
    @Test
    void overlayOnItselfComesToAnEnd() throws IOException {
        Path file =
                Files.createFile(Files.createDirectory(folder.resolve("merged")).resolve("file"));
        MountTable mounts = MountTable.parse(List.of(overlay(2, "merged", "merged")));
        assertThat(StorageStack.of(file, mounts, fixture.sysfs()).describe())
                .endsWith("> unknown (more than 24 layers)");
    }

    private String overlay(int id, String mountPoint, String lower) {
        return id + " 1 0:4" + id + " / " + folder.resolve(mountPoint) + " rw - overlay overlay ro,lowerdir="
                + folder.resolve(lower);
    }

    @Test
    void devicesOnEachOtherComeToAnEnd() throws IOException {
        fixture.device("virtual/block/md0", "9:0")
                .device("virtual/block/md1", "9:1")
                .slaves("md0", "md1")
                .slaves("md1", "md0");
        assertThat(stackOn("9:0", "ext4", "/dev/md0", "rw").describe()).endsWith("> unknown (more than 24 layers)");
    }

    @Test
    void loopDeviceWithoutAFileSaysSo() throws IOException {
        fixture.device("virtual/block/loop0", "7:0");
        assertThat(stackOn("7:0", "ext4", "/dev/loop0", "rw"))
                .hasToString("ext4 > loop0 > unknown (no file is attached)");
    }

    @Test
    void loopDeviceWhoseFileIsOutOfReachSaysSo() throws IOException {
        fixture.device("virtual/block/loop0", "7:0")
                .attribute("loop0", "loop/backing_file", "/pagetax-absent/image")
                .attribute("loop0", "loop/dio", "0");
        StorageStack stack = stackOn("7:0", "ext4", "/dev/loop0", "rw");
        assertThat(stack).hasToString("ext4 > loop0 (direct I/O off) > unknown (its file cannot be seen from here)");
        assertThat(stack.loopsThatCacheAgain()).containsExactly("loop0");
    }

    @Test
    void fileUnderNoMountSaysSo() {
        assertThat(StorageStack.of(folder, new MountTable(List.of()), fixture.sysfs()))
                .hasToString("unknown (no mount leads to the file)");
    }

    private StorageStack stackOn(String number, String type, String source, String superOptions) {
        MountTable mounts =
                MountTable.parse(List.of("1 0 " + number + " / / rw - " + type + " " + source + " " + superOptions));
        return StorageStack.of(folder, mounts, fixture.sysfs());
    }
}
