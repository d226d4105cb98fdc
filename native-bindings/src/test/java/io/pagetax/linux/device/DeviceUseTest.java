package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.testing.LoopDevice;
import io.pagetax.linux.testing.LoopMount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceUseTest {

    private static final String UUID = "0f9b3c1d-7a52-4c3e-9b1a-0123456789ab";
    private static final String SWAPS_HEADER = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority";
    private static final String ROOT = "1 0 252:0 / / rw - ext4 /dev/vdz9 rw";

    @TempDir
    private Path folder;

    private SysfsFixture fixture;

    @BeforeEach
    void disks() throws IOException {
        String sda = "pci0000:00/ata1/block/sda";
        fixture = new SysfsFixture(folder.resolve("sys"))
                .device(sda, "8:0")
                .device(sda + "/sda1", "8:1")
                .attribute("sda1", "partition", "1")
                .device(sda + "/sda2", "8:2")
                .attribute("sda2", "partition", "2")
                .device("pci0000:00/ata2/block/sdb", "8:16");
    }

    private List<String> uses(String name, List<String> mounts, String... swaps) {
        return new DeviceUse(fixture.sysfs(), MountTable.parse(mounts), List.of(swaps)).uses(name);
    }

    private List<String> uses(String name) {
        return uses(name, List.of(ROOT), SWAPS_HEADER);
    }

    @Test
    void isNoneOfADeviceThatNobodyUses() {
        assertThat(uses("sda")).isEmpty();
        assertThat(uses("sda1")).isEmpty();
        assertThat(uses("absent")).isEmpty();
    }

    @Test
    void isEveryMountOfItsNumberWhateverTheSource() {
        String data = "40 1 8:16 / /srv/my\\040data rw - xfs /dev/root rw";
        String bind = "41 1 8:16 /sub /mnt rw - xfs /dev/root rw";
        String other = "42 1 8:1 / /boot rw - ext4 /dev/sda1 rw";
        assertThat(uses("sdb", List.of(ROOT, data, bind, other)))
                .containsExactly("sdb is mounted at /srv/my data", "sdb is mounted at /mnt");
    }

    @Test
    void isAMountOfItsNameWhereTheNumberIsNoDevices() {
        String home = "40 1 0:35 /@home /home rw - btrfs /dev/sdb rw,subvol=/@home";
        assertThat(uses("sdb", List.of(ROOT, home))).containsExactly("sdb is mounted at /home");
        assertThat(uses("sda", List.of(ROOT, home))).isEmpty();
    }

    @Test
    void ofADiskIsThatOfItsPartitions() {
        String boot = "40 1 8:1 / /boot rw - ext4 /dev/sda1 rw";
        assertThat(uses("sda", List.of(ROOT, boot))).containsExactly("sda1 is mounted at /boot");
        assertThat(uses("sda1", List.of(ROOT, boot))).containsExactly("sda1 is mounted at /boot");
        assertThat(uses("sda2", List.of(ROOT, boot))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dm-0, 254:0", "md0, 9:0", "bcache0, 251:0"})
    void isADeviceThatHoldsItOrAPartitionOfIt(String holder, String number) throws IOException {
        fixture.device("virtual/block/" + holder, number).slaves(holder, "sda2", "sdb");
        assertThat(uses("sda")).containsExactly("sda2 is held by " + holder);
        assertThat(uses("sda1")).isEmpty();
        assertThat(uses("sdb")).containsExactly("sdb is held by " + holder);
        assertThat(uses(holder)).isEmpty();
    }

    @Test
    void isSwap() {
        String swap = "/dev/sda2                               partition\t1048572\t\t0\t\t-2";
        assertThat(uses("sda", List.of(ROOT), SWAPS_HEADER, swap)).containsExactly("sda2 is swap");
        assertThat(uses("sda1", List.of(ROOT), SWAPS_HEADER, swap)).isEmpty();
        assertThat(uses("sdb", List.of(ROOT), SWAPS_HEADER, swap)).isEmpty();
    }

    @Test
    void isSwapByAnEscapedName() throws IOException {
        fixture.device("virtual/block/dm-0", "254:0").attribute("dm-0", "dm/name", "pagetax absent");
        String swap = "/dev/mapper/pagetax\\040absent partition\t1048572\t\t0\t\t-2";
        assertThat(uses("dm-0", List.of(ROOT), SWAPS_HEADER, swap)).containsExactly("dm-0 is swap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swapfile file\t1048572\t\t0\t\t-2", "sdb partition\t1\t0\t-2", ""})
    void isNotSwapOfOthers(String line) {
        assertThat(uses("sdb", List.of(ROOT), SWAPS_HEADER, line)).isEmpty();
    }

    @Test
    void isABtrfsThatIsMountedByTheNameOfAnother() throws IOException {
        fixture.btrfs(UUID, "sda2", "sdb");
        String data = "40 1 0:35 / /data rw - btrfs /dev/sda2 rw";
        assertThat(uses("sdb", List.of(ROOT, data))).containsExactly("sdb belongs to a mounted btrfs");
        assertThat(uses("sda", List.of(ROOT, data))).containsExactly("sda2 is mounted at /data");
    }

    /** While a device of a btrfs is missing, its link in sysfs leads nowhere. */
    @Test
    void isABtrfsWhoseLinkLeadsNowhere() throws IOException {
        SysfsFixture.link(
                fixture.root().resolve("fs/btrfs").resolve(UUID).resolve("devices/sdb"), folder.resolve("absent"));
        assertThat(uses("sdb")).containsExactly("sdb belongs to a mounted btrfs");
    }

    @Test
    void isALoopDeviceOnTopOfItOrOfAPartition() throws IOException {
        fixture.device("virtual/block/loop0", "7:0")
                .attribute("loop0", "loop/backing_file", "/dev/sda2")
                .device("virtual/block/loop1", "7:1")
                .attribute("loop1", "loop/backing_file", "/srv/sdb");
        assertThat(uses("sda")).containsExactly("sda2 is behind loop0");
        assertThat(uses("sdb")).isEmpty();
    }

    @Test
    void areAllOfThem() throws IOException {
        fixture.device("virtual/block/dm-0", "254:0")
                .slaves("dm-0", "sda1")
                .device("virtual/block/loop0", "7:0")
                .attribute("loop0", "loop/backing_file", "/dev/sda");
        String data = "40 1 0:35 / /data rw - btrfs /dev/sda2 rw";
        assertThat(uses("sda", List.of(ROOT, data), SWAPS_HEADER, "/dev/sda2 partition\t1\t0\t-2"))
                .containsExactlyInAnyOrder(
                        "sda is behind loop0", "sda1 is held by dm-0", "sda2 is mounted at /data", "sda2 is swap");
    }

    @Test
    void ofTheDeviceUnderTheRootOfThisMachineIsTheRoot() throws IOException {
        Optional<Mount> root = MountTable.read().mountOf(Path.of("/"));
        Optional<BlockDevice> device = root.flatMap(mount -> BlockDevice.ofNumber(mount.device()));
        assumeTrue(device.isPresent(), "needs a root on a block device: " + root);
        String name = device.orElseThrow().name();
        assertThat(DeviceUse.of(name)).contains(name + " is mounted at /");
    }

    @Test
    void ofARealDeviceIsItsMountOrTheLoopDeviceOnTop() throws IOException {
        try (LoopMount mount = LoopMount.create(folder.toRealPath(), "ext4", 8)) {
            String name = mount.device().name();
            assertThat(DeviceUse.of(name)).containsExactly(name + " is mounted at " + mount.folder());
        }
        Path image = folder.toRealPath().resolve("ext4.image");
        try (LoopDevice below = LoopDevice.attach(image);
                LoopDevice above = LoopDevice.attach(below.path())) {
            assertThat(DeviceUse.of(below.name())).containsExactly(below.name() + " is behind " + above.name());
            assertThat(DeviceUse.of(above.name())).isEmpty();
        }
    }
}
