package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.LoopDevice;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder;

    private SysfsFixture fixture;

    @BeforeEach
    void empty() {
        fixture = new SysfsFixture(folder.resolve("sys"));
    }

    private void partition(String disk, String name, int number, long start, long size) throws IOException {
        fixture.device(disk + "/" + name, "259:" + number)
                .attribute(name, "partition", Integer.toString(number))
                .attribute(name, "start", Long.toString(start))
                .attribute(name, "size", Long.toString(size));
    }

    @ParameterizedTest
    @CsvSource({
        "pci0000:00/ata1/block/sda, sda, sda1",
        "pci0000:00/0000:01:00.0/nvme/nvme0/nvme0n1, nvme0n1, nvme0n1p1",
        "virtual/block/loop0, loop0, loop0p1"
    })
    void hasPlaceAndSizeInBytesWhateverItsDisk(String path, String disk, String name) throws IOException {
        fixture.device(path, "8:0").attribute(disk, "queue/logical_block_size", "4096");
        partition(path, name, 1, 2048, 8192);
        assertThat(Partition.of(disk, fixture.sysfs())).containsExactly(new Partition(name, 1, MIB, 4 * MIB));
    }

    @Test
    void comesWithAllOthersOfItsDiskAndNoneOfAnother() throws IOException {
        String sda = "pci0000:00/ata1/block/sda";
        String sdb = "pci0000:00/ata2/block/sdb";
        fixture.device(sda, "8:0").device(sdb, "8:16");
        partition(sda, "sda1", 1, 2048, 2048);
        partition(sda, "sda5", 5, 4096, 2048);
        partition(sdb, "sdb2", 2, 2048, 2048);
        assertThat(Partition.of("sda", fixture.sysfs()))
                .extracting(Partition::name)
                .containsExactly("sda1", "sda5");
        assertThat(Partition.of("sda", fixture.sysfs()))
                .extracting(Partition::number)
                .containsExactly(1, 5);
    }

    /** An eMMC keeps a folder of its boot areas, which are disks, in its own. */
    @Test
    void isToldFromOtherDevicesInTheFolderOfItsDisk() throws IOException {
        String disk = "platform/mmc_host/mmc0/mmc0:0001/block/mmcblk0";
        fixture.device(disk, "179:0").device(disk + "/mmcblk0boot0", "179:32");
        partition(disk, "mmcblk0p1", 1, 2048, 2048);
        assertThat(Partition.of("mmcblk0", fixture.sysfs()))
                .extracting(Partition::name)
                .containsExactly("mmcblk0p1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sda", "sda1", "absent", "", ".."})
    void isNoneOfADeviceThatHasNone(String device) throws IOException {
        fixture.device("pci0000:00/ata1/block/sda", "8:0");
        partition("pci0000:00/ata2/block/sdb", "sda1", 1, 2048, 2048);
        assertThat(Partition.of(device, fixture.sysfs())).isEmpty();
    }

    @Test
    void realOneIsThereUntilItIsDeleted() throws IOException {
        Requirements.program("addpart");
        Requirements.program("delpart");
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (LoopDevice loop = LoopDevice.attach(image, "--partscan", "--sector-size=4096")) {
            Commands.run("addpart", loop.path().toString(), "3", "2048", "8192");
            assertThat(Partition.of(loop.name())).containsExactly(new Partition(loop.name() + "p3", 3, MIB, 4 * MIB));
            Commands.run("delpart", loop.path().toString(), "3");
            assertThat(Partition.of(loop.name())).isEmpty();
        }
    }
}
