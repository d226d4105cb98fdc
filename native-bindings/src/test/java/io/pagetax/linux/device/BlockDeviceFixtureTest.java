package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On folders that look like the /sys of machines with other devices. */
class BlockDeviceFixtureTest {

    private static final String NVME = "pci0000:00/0000:01:00.0/nvme/nvme0/nvme0n1";

    @TempDir
    private Path folder;

    private SysfsFixture fixture;

    @BeforeEach
    void empty() {
        fixture = new SysfsFixture(folder);
    }

    private BlockDevice device(String name) {
        return fixture.sysfs().device(name).map(BlockDevice::of).orElseThrow();
    }

    @Test
    void nvmeHasAllFacts() throws IOException {
        fixture.device(NVME, "259:0")
                .attribute("nvme0n1", "size", "1953525168")
                .attribute("nvme0n1", "queue/rotational", "0")
                .attribute("nvme0n1", "queue/scheduler", "[none] mq-deadline kyber")
                .attribute("nvme0n1", "queue/logical_block_size", "512")
                .attribute("nvme0n1", "queue/physical_block_size", "4096")
                .attribute("nvme0n1", "queue/optimal_io_size", "131072")
                .attribute("nvme0n1", "queue/max_sectors_kb", "1280")
                .attribute("nvme0n1", "queue/read_ahead_kb", "128")
                .attribute("nvme0n1", "queue/nr_requests", "1023")
                .attribute("nvme0n1", "queue/nomerges", "0")
                .attribute("nvme0n1", "queue/wbt_lat_usec", "2000")
                .attribute("nvme0n1", "queue/write_cache", "write back")
                .attribute("nvme0n1", "queue/fua", "1");
        Path controller = controller("nvme/nvme0", "hwmon3");
        SysfsFixture.link(fixture.folder("nvme0n1").resolve("device"), controller);
        BlockQueue queue = new BlockQueue(
                false, "none", 512, 4096, 131072L, 1280 * 1024L, 128 * 1024L, 1023, 0, 2_000_000L, "write back", true);
        assertThat(device("nvme0n1"))
                .isEqualTo(new BlockDevice(
                        "nvme0n1",
                        "Samsung SSD 990 PRO 1TB",
                        "4B2QJXD7",
                        1_000_204_886_016L,
                        "nvme",
                        38.85,
                        null,
                        queue));
    }

    /** Where it may have several paths, a disk belongs to a subsystem, which its controllers are linked into. */
    @Test
    void nvmeOfASubsystemHasTheTemperatureOfItsController() throws IOException {
        fixture.device("virtual/nvme-subsystem/nvme-subsys0/nvme0n1", "259:0")
                .attribute("nvme0n1", "device/model", "Samsung SSD 990 PRO 1TB");
        Path controller = controller("nvme/nvme0", "hwmon3");
        SysfsFixture.link(fixture.folder("nvme0n1").resolve("device/nvme0"), controller);
        assertThat(device("nvme0n1").temperatureCelsius()).isEqualTo(38.85);
        assertThat(device("nvme0n1").transport()).isEqualTo("nvme");
    }

    @Test
    void olderKernelsHaveTheSensorBelowThePciDevice() throws IOException {
        fixture.device(NVME, "259:0");
        Path controller = controller("nvme/nvme0", "device/hwmon/hwmon0");
        SysfsFixture.link(fixture.folder("nvme0n1").resolve("device"), controller);
        assertThat(device("nvme0n1").temperatureCelsius()).isEqualTo(38.85);
    }

    private Path controller(String path, String sensor) throws IOException {
        Path controller = folder.resolve("devices/pci0000:00/0000:01:00.0").resolve(path);
        String name = folder.resolve("class/block").relativize(controller).toString();
        fixture.attribute(name, "model", "Samsung SSD 990 PRO 1TB                 ")
                .attribute(name, "firmware_rev", "4B2QJXD7")
                .attribute(name, sensor + "/temp1_input", "38850");
        return controller;
    }

    @Test
    void sataDiskHasItsRevisionAndTheSensorOfDrivetemp() throws IOException {
        fixture.device("pci0000:00/0000:00:1f.2/ata1/host0/target0:0:0/0:0:0:0/block/sda", "8:0")
                .attribute("sda", "device/model", "WDC WD40EFRX-68N")
                .attribute("sda", "device/rev", "0A82")
                .attribute("sda", "device/hwmon/hwmon1/temp1_input", "31000");
        assertThat(device("sda").firmware()).isEqualTo("0A82");
        assertThat(device("sda").temperatureCelsius()).isEqualTo(31.0);
    }

    @Test
    void partitionHasItsOwnSizeAndTheQueueOfItsDisk() throws IOException {
        fixture.device(NVME, "259:0")
                .attribute("nvme0n1", "size", "2000")
                .attribute("nvme0n1", "queue/nr_requests", "1023")
                .device(NVME + "/nvme0n1p1", "259:1")
                .attribute("nvme0n1p1", "partition", "1")
                .attribute("nvme0n1p1", "size", "1000");
        assertThat(device("nvme0n1p1").capacityBytes()).isEqualTo(512_000);
        assertThat(device("nvme0n1p1").queue()).isEqualTo(device("nvme0n1").queue());
        assertThat(device("nvme0n1p1").queue().requests()).isEqualTo(1023);
        assertThat(device("nvme0n1p1").transport()).isEqualTo("nvme");
    }

    /** A device that prefers no length says zero. */
    @Test
    void optimalLengthOfZeroIsNone() throws IOException {
        fixture.device(NVME, "259:0").attribute("nvme0n1", "queue/optimal_io_size", "0");
        assertThat(device("nvme0n1").queue().optimalIoBytes()).isNull();
    }

    @Test
    void whatSysfsDoesNotTellIsNull() throws IOException {
        fixture.device("platform/block/odd0", "250:0").attribute("odd0", "queue/nr_requests", "many");
        BlockQueue nothing = new BlockQueue(null, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(device("odd0")).isEqualTo(new BlockDevice("odd0", null, null, null, null, null, null, nothing));
    }

    @ParameterizedTest
    @CsvSource({
        "nvme, pci0000:00/0000:01:00.0/nvme/nvme0/nvme0n1",
        "ata, pci0000:00/0000:00:1f.2/ata1/host0/target0:0:0/0:0:0:0/block/sda",
        "usb, pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host4/target4:0:0/4:0:0:0/block/sdb",
        "virtio, pci0000:00/0000:00:02.0/virtio1/block/vda",
        "virtio, pci0000:00/0000:00:05.0/virtio2/host2/target2:0:0/2:0:0:0/block/sdc",
        "sas, pci0000:00/0000:03:00.0/host0/port-0:0/end_device-0:0/target0:0:0/0:0:0:0/block/sdd",
        "iscsi, platform/host6/session1/target6:0:0/6:0:0:0/block/sde",
        "fc, pci0000:00/0000:04:00.0/host7/rport-7:0-1/target7:0:1/7:0:1:0/block/sdf",
        "scsi, pci0000:00/0000:05:00.0/host8/target8:2:0/8:2:0:0/block/sdg",
        "mmc, platform/soc/fe340000.mmc/mmc_host/mmc0/mmc0:0001/block/mmcblk0",
        "xen, vbd-51712/block/xvda",
        "nvdimm, LNXSYSTM:00/ndbus0/region0/namespace0.0/block/pmem0",
        "loop, virtual/block/loop12",
        "zram, virtual/block/zram0",
        "dm, virtual/block/dm-3",
        "md, virtual/block/md127",
    })
    void transportIsToldByThePath(String transport, String path) throws IOException {
        fixture.device(path, "250:0");
        assertThat(device(Path.of(path).getFileName().toString()).transport()).isEqualTo(transport);
    }
}
