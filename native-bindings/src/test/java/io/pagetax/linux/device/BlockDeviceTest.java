package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.LoopDevice;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockDeviceTest {

    private static final long KIB = 1024;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"off, 'file, direct I/O off'", "on, 'file, direct I/O on'"})
    void loopDeviceSaysHowItReachesItsFile(String directIo, String backing) throws IOException {
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (LoopDevice loop = LoopDevice.attach(image, "--direct-io=" + directIo)) {
            BlockDevice device = deviceOf(loop);
            assertThat(device.name()).isEqualTo(loop.name());
            assertThat(device.backing()).isEqualTo(backing);
            assertThat(device.model()).isNull();
        }
    }

    @Test
    void queueFactsAreThoseOfTheSystem() throws IOException {
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (LoopDevice loop = LoopDevice.attach(image, "--sector-size=4096")) {
            Commands.run("blockdev", "--setra", "96", loop.path().toString());
            Path queue = Path.of("/sys/class/block", loop.name(), "queue");
            BlockDevice device = deviceOf(loop);
            assertThat(device.queue().logicalBlockSize()).isEqualTo(4096);
            assertThat(device.queue().readAheadBytes()).isEqualTo(48 * KIB);
            assertThat(device.queue().rotational())
                    .isEqualTo(firstLine(queue.resolve("rotational")).equals("1"));
            assertThat(firstLine(queue.resolve("scheduler")))
                    .contains("[" + device.queue().scheduler() + "]");
        }
    }

    @Test
    void sizesAndLimitsAreThoseOfTheSystem() throws IOException {
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (LoopDevice loop = LoopDevice.attach(image, "--sector-size=4096")) {
            Path queue = Path.of("/sys/class/block", loop.name(), "queue");
            BlockDevice device = deviceOf(loop);
            assertThat(device.capacityBytes()).isEqualTo(8 * KIB * KIB);
            assertThat(device.transport()).isEqualTo("loop");
            assertThat(device.queue().physicalBlockSize()).isEqualTo(4096);
            assertThat(device.queue().maxIoBytes())
                    .isEqualTo(Long.parseLong(firstLine(queue.resolve("max_sectors_kb"))) * KIB);
            assertThat(device.queue().requests()).isEqualTo(Integer.valueOf(firstLine(queue.resolve("nr_requests"))));
            assertThat(device.queue().writeCache()).isEqualTo(firstLine(queue.resolve("write_cache")));
            assertThat(device.queue().nomerges()).isNotNull();
            assertThat(device.queue().fua()).isNotNull();
            assertThat(device.firmware()).isNull();
            assertThat(device.temperatureCelsius()).isNull();
        }
    }

    @Test
    void numberAndSourceLeadToTheSameDevice() throws IOException {
        try (LoopDevice loop = LoopDevice.attach(LoopDevice.sparseFile(folder.resolve("image"), 8));
                LinuxFile file = LinuxFile.open(loop.path(), OpenFlag.RDONLY)) {
            assertThat(BlockDevice.ofNumber(file.status().specialDevice())).hasValue(deviceOf(loop));
            assertThat(BlockDevice.ofName(loop.name())).hasValue(deviceOf(loop));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "pagetax0"})
    void nameOfNoBlockDeviceIsEmpty(String name) {
        assertThat(BlockDevice.ofName(name)).isEmpty();
    }

    @Test
    void sourceMayBeASymbolicLinkBelowDev() throws IOException {
        try (LoopDevice loop = LoopDevice.attach(LoopDevice.sparseFile(folder.resolve("image"), 8))) {
            Path link = Path.of("/dev/pagetax-test-" + loop.name());
            Files.createSymbolicLink(link, loop.path());
            try {
                assertThat(BlockDevice.ofSource(link)).hasValue(deviceOf(loop));
            } finally {
                Files.delete(link);
            }
        }
    }

    @Test
    void partitionHasTheFactsOfItsDisk() throws IOException {
        Requirements.program("addpart");
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (LoopDevice loop = LoopDevice.attach(image, "--partscan")) {
            Commands.run("addpart", loop.path().toString(), "1", "2048", "8192");
            String name = loop.name() + "p1";
            BlockDevice disk = deviceOf(loop);
            BlockDevice partition = BlockDevice.ofNumber(firstLine(Path.of("/sys/class/block", name, "dev")))
                    .orElseThrow();
            assertThat(partition.name()).isEqualTo(name);
            assertThat(partition.queue().logicalBlockSize())
                    .isEqualTo(disk.queue().logicalBlockSize())
                    .isNotNull();
            assertThat(partition.queue().scheduler())
                    .isEqualTo(disk.queue().scheduler())
                    .isNotNull();
            assertThat(partition.queue().readAheadBytes())
                    .isEqualTo(disk.queue().readAheadBytes())
                    .isNotNull();
            assertThat(partition.queue().rotational())
                    .isEqualTo(disk.queue().rotational())
                    .isNotNull();
            assertThat(partition.capacityBytes()).isEqualTo(8192 * 512L);
            assertThat(partition.transport()).isEqualTo("loop");
            assertThat(partition.backing()).isEqualTo(disk.backing()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:0", "0:35", "4095:1048575"})
    void numberOfNoBlockDeviceIsEmpty(String number) {
        assertThat(BlockDevice.ofNumber(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmpfs", "proc", "overlay", "host:/export", "/dev/null", "/dev/absent", "/dev", "/", ""})
    void sourceThatIsNoBlockDeviceIsEmpty(String source) {
        assertThat(BlockDevice.ofSource(Path.of(source))).isEmpty();
    }

    private static BlockDevice deviceOf(LoopDevice loop) {
        return BlockDevice.ofSource(loop.path()).orElseThrow();
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
