package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZramDeviceTest {

    @TempDir
    private Path folder;

    private SysfsFixture fixture;

    @BeforeEach
    void empty() {
        fixture = new SysfsFixture(folder);
    }

    private SysfsFixture zram(int number) throws IOException {
        return fixture.device("virtual/block/zram" + number, "253:" + number);
    }

    @Test
    void hasItsNumberNameAndSize() throws IOException {
        zram(12).attribute("zram12", "disksize", "268435456");
        assertThat(ZramDevice.all(fixture.sysfs())).containsExactly(new ZramDevice(12, 268_435_456L));
        assertThat(ZramDevice.all(fixture.sysfs())).extracting(ZramDevice::name).containsExactly("zram12");
    }

    @Test
    void hasSizeZeroUntilItIsSetUp() throws IOException {
        zram(0).attribute("zram0", "disksize", "0");
        assertThat(ZramDevice.all(fixture.sysfs())).containsExactly(new ZramDevice(0, 0L));
    }

    @Test
    void hasNoSizeWhereSysfsDoesNotTell() throws IOException {
        zram(0);
        assertThat(ZramDevice.all(fixture.sysfs())).containsExactly(new ZramDevice(0, null));
    }

    @Test
    void isToldFromOtherDevices() throws IOException {
        zram(1).device("virtual/block/loop0", "7:0")
                .device("virtual/block/zramdisk", "250:0")
                .device("virtual/block/ram0", "1:0");
        assertThat(ZramDevice.all(fixture.sysfs()))
                .extracting(ZramDevice::number)
                .containsExactly(1);
    }

    @Test
    void isNowhereWhereSysfsHasNoDevices() {
        assertThat(ZramDevice.all(fixture.sysfs())).isEmpty();
    }

    @Test
    void realOneIsAmongAllUntilItIsRemoved() throws IOException {
        String name;
        try (var zram = io.pagetax.linux.testing.ZramDevice.create(3)) {
            name = zram.name();
            assertThat(ZramDevice.all())
                    .filteredOn(device -> device.name().equals(zram.name()))
                    .extracting(ZramDevice::diskSizeBytes)
                    .containsExactly(3L << 20);
        }
        assertThat(ZramDevice.all()).extracting(ZramDevice::name).doesNotContain(name);
    }
}
