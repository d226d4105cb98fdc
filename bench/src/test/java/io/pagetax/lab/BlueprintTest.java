package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.lab.LabPlan.Backing;
import io.pagetax.linux.device.ZramDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlueprintTest {

    private static final Path LAB = Path.of("/srv/lab");
    private static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    private static List<Step> steps(LabPlan plan, int variant) {
        return new Blueprint(plan).steps(plan.variants().get(variant));
    }

    private static List<Step> all(LabPlan plan) {
        Blueprint blueprint = new Blueprint(plan);
        return plan.variants().stream()
                .flatMap(variant -> blueprint.steps(variant).stream())
                .toList();
    }

    private static <T extends Step> List<T> all(LabPlan plan, Class<T> kind) {
        return all(plan).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void putsAFileSystemOnALoopDeviceOverAFile() {
        LabPlan plan = LabPlans.on(Backing.LOOP, LAB, "xfs", "mine=ext4-nojournal");
        Image image = new Image(LAB.resolve("backing/mine.img"), LabPlans.SIZE);
        LoopVolume loop = new LoopVolume(image.path());
        Path point = LAB.resolve("mnt/mine");
        assertThat(steps(plan, 1))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("uuid")
                .containsExactly(
                        image,
                        loop,
                        new Format(loop, FileSystemType.EXT4, "", List.of("-O", "^has_journal")),
                        new Folder(point),
                        new Mounting(loop, "ext4", List.of(), point));
    }

    @Test
    void mountsWithTheOptionsOfTheVariant() {
        LabPlan plan = LabPlans.on(Backing.ZRAM, LAB, "btrfs-zstd");
        assertThat(all(plan, Mounting.class)).extracting(Mounting::options).containsExactly(List.of("compress=zstd"));
    }

    @Test
    void discardsNothingWhereThatWouldMakeHolesInAFile() {
        LabPlan plan = LabPlans.on(Backing.LOOP, LAB, "ext4", "xfs", "btrfs-zstd");
        assertThat(all(plan, Mounting.class))
                .extracting(Mounting::options)
                .containsExactly(List.of(), List.of(), List.of("nodiscard", "compress=zstd"));
        assertThat(FileSystemType.XFS.make(Path.of("/dev/x"), "id", false, List.of("-f")))
                .containsExactly("mkfs.xfs", "-q", "-K", "-m", "uuid=id", "-f", "/dev/x");
        assertThat(FileSystemType.XFS.make(Path.of("/dev/x"), "id", true, List.of()))
                .containsExactly("mkfs.xfs", "-q", "-m", "uuid=id", "/dev/x");
    }

    @Test
    void givesEveryFileSystemAnIdOfItsOwn() {
        LabPlan plan = LabPlans.on(Backing.LOOP, LAB, "ext4", "xfs", "btrfs");
        assertThat(all(plan, Format.class)).extracting(Format::uuid).doesNotHaveDuplicates();
    }

    @Test
    void leavesARawLoopDeviceAsItsFileIs() {
        LabPlan plan = LabPlans.on(Backing.LOOP, LAB, "raw");
        Image image = new Image(LAB.resolve("backing/raw.img"), LabPlans.SIZE);
        assertThat(all(plan)).containsExactly(image, new LoopVolume(image.path()));
    }

    @Test
    void fillsARawDeviceOfAnotherKindAndDoesNotMountIt() {
        LabPlan plan = LabPlans.on(Backing.ZRAM, LAB, "raw");
        assertThat(all(plan)).extracting(Object::getClass).containsExactly(ZramVolume.class, Format.class);
        assertThat(all(plan, Format.class)).extracting(Format::type).containsExactly(FileSystemType.RAW);
    }

    @Test
    void mountsMemoryWithoutAVolume() {
        Path point = LAB.resolve("mnt/tmpfs");
        assertThat(all(LabPlans.on(Backing.LOOP, LAB, "tmpfs")))
                .containsExactly(
                        new Folder(point), new Mounting(null, "tmpfs", List.of("size=" + LabPlans.SIZE), point));
        assertThat(all(LabPlans.inTurn(Path.of("/dev/null"), "tmpfs")))
                .containsExactly(new Folder(point), new Mounting(null, "tmpfs", List.of(), point));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "tmpfs"})
    void mountsAnOverlayOverFoldersOfTheFileSystemBelow(String type) {
        LabPlan plan = LabPlans.on(Backing.LOOP, LAB, "o=overlay-" + type);
        Path base = LAB.resolve("base/o");
        Path point = LAB.resolve("mnt/o");
        List<Step> steps = all(plan);
        assertThat(all(plan, Mounting.class)).extracting(Mounting::mountPoint).containsExactly(base, point);
        assertThat(all(plan, Mounting.class)).extracting(Mounting::type).containsExactly(type, "overlay");
        assertThat(steps.subList(steps.size() - 6, steps.size()))
                .endsWith(
                        new InnerFolder(base.resolve("lower")),
                        new InnerFolder(base.resolve("upper")),
                        new InnerFolder(base.resolve("work")),
                        new Folder(point),
                        new Mounting(
                                null,
                                "overlay",
                                List.of(
                                        "lowerdir=" + base + "/lower",
                                        "upperdir=" + base + "/upper",
                                        "workdir=" + base + "/work"),
                                point));
        assertThat(steps.indexOf(new Folder(base))).isBetween(0, steps.size() - 7);
    }

    @ParameterizedTest
    @CsvSource({"LOOP, ext4, backing mnt", "ZRAM, ext4, mnt", "LOOP, overlay-ext4, backing base mnt"})
    void sharesTheFoldersThatItsKindNeeds(Backing backing, String word, String names) {
        assertThat(new Blueprint(LabPlans.on(backing, LAB, "xfs", word)).shared())
                .extracting(step -> ((Folder) step).path())
                .extracting(LAB::relativize)
                .extracting(Path::toString)
                .containsExactly(names.split(" ", -1));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOOP", "ZRAM"})
    void makesEachFolderBeforeWhatIsInIt(Backing backing) {
        LabPlan plan = LabPlans.on(backing, LAB, "ext4", "overlay-xfs", "raw", "overlay-tmpfs");
        List<Path> made = new ArrayList<>(List.of(LAB));
        List<Step> steps = new ArrayList<>(new Blueprint(plan).shared());
        steps.addAll(all(plan));
        for (Step step : steps) {
            if (step instanceof Folder outer) {
                assertThat(made).contains(outer.path().getParent());
                made.add(outer.path());
            } else if (step instanceof InnerFolder inner) {
                assertThat(made).contains(inner.path().getParent());
            } else if (step instanceof Image image) {
                assertThat(made).contains(image.path().getParent());
            } else if (step instanceof Mounting mounting) {
                assertThat(made).contains(mounting.mountPoint());
            }
        }
        assertThat(made).hasSizeGreaterThan(6);
    }

    @Test
    void givesZramDevicesNumbersAndSizesThatNoneHas() {
        LabPlan plan = LabPlans.on(Backing.ZRAM, LAB, "ext4", "xfs", "raw");
        List<ZramDevice> before = ZramDevice.all();
        List<ZramDevice> planned =
                all(plan, ZramVolume.class).stream().map(ZramVolume::device).toList();
        assertThat(planned).hasSize(3).extracting(ZramDevice::number).doesNotHaveDuplicates();
        assertThat(planned).extracting(ZramDevice::diskSizeBytes).doesNotHaveDuplicates();
        assertThat(planned)
                .extracting(ZramDevice::number)
                .doesNotContainAnyElementsOf(
                        before.stream().map(ZramDevice::number).toList());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "all",
            value = {"64, all, 31", "65, all, 32", "66, all, 32", "64, 8, 8", "64, 40, 31", "65, 32, 32"})
    void sharesADeviceEquallyUnlessLessIsWanted(long device, Long wanted, long share) {
        LabPlan plan =
                LabPlans.sideBySide(Path.of("/dev/null"), wanted == null ? null : wanted * MIB, "ext4", "tmpfs", "raw");
        assertThat(Blueprint.share(plan, device * MIB)).isEqualTo(share * MIB);
        assertThat(Blueprint.share(plan, device * MIB + 512)).isEqualTo(share * MIB);
    }

    @Test
    void putsPartitionsSideBySideAtNumbersThatAreFree() throws IOException {
        try (ScratchLoop loop = ScratchLoop.create(folder, 64)) {
            loop.addPartition(2, 60);
            LabPlan plan = LabPlans.sideBySide(loop.device(), null, "ext4", "tmpfs", "xfs", "raw");
            DeviceVolume disk = new DeviceVolume(loop.device(), 64 * MIB);
            assertThat(all(plan, PartitionVolume.class))
                    .containsExactly(
                            new PartitionVolume(disk, 1, MIB, 21 * MIB),
                            new PartitionVolume(disk, 3, 22 * MIB, 21 * MIB),
                            new PartitionVolume(disk, 4, 43 * MIB, 21 * MIB));
            assertThat(all(plan, Format.class))
                    .extracting(Format::type)
                    .containsExactly(FileSystemType.EXT4, FileSystemType.XFS, FileSystemType.RAW);
        }
    }

    @Test
    void givesEachTheWholeDeviceInTurn() throws IOException {
        try (ScratchLoop loop = ScratchLoop.create(folder, 64)) {
            LabPlan plan = LabPlans.inTurn(loop.device(), "ext4", "raw");
            DeviceVolume disk = new DeviceVolume(loop.device(), 64 * MIB);
            assertThat(all(plan, DeviceVolume.class)).containsExactly(disk, disk);
            assertThat(all(plan, Format.class)).extracting(Format::volume).containsExactly(disk, disk);
            assertThat(all(plan, PartitionVolume.class)).isEmpty();
        }
    }
}
