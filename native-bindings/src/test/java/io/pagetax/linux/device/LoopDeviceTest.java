package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.Requirements;
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

class LoopDeviceTest {

    @TempDir
    private Path folder;

    private SysfsFixture fixture;

    @BeforeEach
    void empty() {
        fixture = new SysfsFixture(folder.resolve("sys"));
    }

    private SysfsFixture loop(int number) throws IOException {
        return fixture.device("virtual/block/loop" + number, "7:" + number);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false"})
    void hasItsFileAndHowItReachesIt(String flag, boolean directIo) throws IOException {
        loop(3).attribute("loop3", "loop/backing_file", "/srv/image").attribute("loop3", "loop/dio", flag);
        assertThat(LoopDevice.all(fixture.sysfs())).containsExactly(new LoopDevice("loop3", "/srv/image", directIo));
    }

    @Test
    void doesNotSayHowItReachesItsFileWhereSysfsDoesNot() throws IOException {
        loop(3).attribute("loop3", "loop/backing_file", "/srv/image");
        assertThat(LoopDevice.all(fixture.sysfs())).containsExactly(new LoopDevice("loop3", "/srv/image", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/my image", "/srv/image ", " /srv/image", "/srv/a\tb", "/srv/a\\040b"})
    void keepsEveryCharacterOfItsFilesName(String name) throws IOException {
        loop(0).attribute("loop0", "loop/backing_file", name);
        assertThat(LoopDevice.all(fixture.sysfs()))
                .extracting(LoopDevice::backingFile)
                .containsExactly(name);
    }

    @Test
    void isPassedByWithoutAFile() throws IOException {
        loop(0);
        loop(1).attribute("loop1", "loop/backing_file", "/srv/image");
        loop(2);
        assertThat(LoopDevice.all(fixture.sysfs())).extracting(LoopDevice::name).containsExactly("loop1");
    }

    @Test
    void isToldFromItsPartitionsAndFromOtherDevices() throws IOException {
        loop(0).attribute("loop0", "loop/backing_file", "/srv/image")
                .device("virtual/block/loop0/loop0p1", "259:0")
                .attribute("loop0p1", "partition", "1")
                .device("virtual/block/zram0", "253:0");
        assertThat(LoopDevice.all(fixture.sysfs())).extracting(LoopDevice::name).containsExactly("loop0");
    }

    @Test
    void isNowhereWhereSysfsHasNoDevices() {
        assertThat(LoopDevice.all(fixture.sysfs())).isEmpty();
    }

    @Test
    void isFoundByItsFileAlsoAfterThatWasDeleted() {
        LoopDevice one = new LoopDevice("loop0", "/srv/image", true);
        LoopDevice deleted = new LoopDevice("loop1", "/srv/image (deleted)", true);
        List<LoopDevice> devices = List.of(
                one,
                deleted,
                new LoopDevice("loop2", "/srv/image2", true),
                new LoopDevice("loop3", "/srv/imag", true),
                new LoopDevice("loop4", "/other/image", true),
                new LoopDevice("loop5", "/srv/image2 (deleted)", true));
        assertThat(LoopDevice.of(devices, Path.of("/srv/image"))).containsExactly(one, deleted);
    }

    @Test
    void realOneIsFoundByItsFileUntilItIsDetached() throws IOException {
        Path image = io.pagetax.linux.testing.LoopDevice.sparseFile(
                folder.toRealPath().resolve("an image "), 8);
        try (var loop = io.pagetax.linux.testing.LoopDevice.attach(image)) {
            assertThat(LoopDevice.of(LoopDevice.all(), image))
                    .containsExactly(new LoopDevice(loop.name(), image.toString(), false));
            Files.delete(image);
            assertThat(LoopDevice.of(LoopDevice.all(), image))
                    .containsExactly(new LoopDevice(loop.name(), image + LoopDevice.DELETED, false));
        }
        assertThat(LoopDevice.of(LoopDevice.all(), image)).isEmpty();
    }

    /** Others may attach and detach theirs meanwhile, so that only this one is looked for in both. */
    @Test
    void realOneHasTheFileThatLosetupTells() throws IOException {
        Requirements.program("losetup");
        Path image = io.pagetax.linux.testing.LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (var loop = io.pagetax.linux.testing.LoopDevice.attach(image)) {
            String told = Commands.run("losetup", "--list", "--noheadings", "--output", "NAME,BACK-FILE");
            LoopDevice found = LoopDevice.all().stream()
                    .filter(device -> device.name().equals(loop.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.lines().map(line -> line.strip().split("\\s+", 2)))
                    .contains(new String[] {"/dev/" + found.name(), found.backingFile()});
        }
    }
}
