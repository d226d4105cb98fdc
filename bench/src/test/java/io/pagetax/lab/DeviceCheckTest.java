package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.device.BlockDevice;
import io.pagetax.linux.device.Mount;
import io.pagetax.linux.device.MountTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCheckTest {

    private static final List<String> NONE = List.of();

    @TempDir
    Path folder;

    /** A file will do where only its path matters. */
    private Path device;

    @BeforeEach
    void name() throws IOException {
        device = Files.createFile(folder.toRealPath().resolve("sdz"));
    }

    private DeviceCheck check(List<String> uses, List<String> contents) {
        return new DeviceCheck(device, "WDC WD40EFRX", 8L << 30, uses, contents);
    }

    private Preparation prepare(DeviceCheck check, @Nullable Path destroy) throws IOException {
        return check.prepare(LabPlans.sideBySide(device, null, "ext4"), destroy);
    }

    @Test
    void refusesWhatIsInUseEvenIfTheUserGaveItUp() {
        DeviceCheck check = check(List.of("sdz1 is mounted at /home", "sdz2 is swap"), NONE);
        for (Path destroy : new Path[] {null, device}) {
            assertThatThrownBy(() -> prepare(check, destroy))
                    .isInstanceOf(LabException.class)
                    .hasMessageContainingAll(
                            device + " is left alone", "sdz1 is mounted at /home, sdz2 is swap", "--destroy or not");
        }
    }

    @Test
    void takesAnEmptyDeviceAndWipesNothing() throws IOException {
        assertThat(prepare(check(NONE, NONE), null)).isEqualTo(Preparation.NONE);
        assertThat(prepare(check(NONE, NONE), device)).isEqualTo(Preparation.NONE);
    }

    @Test
    void refusesADeviceThatIsNotEmptyAndSaysHowItIsGivenUp() {
        assertThatThrownBy(() -> prepare(check(NONE, List.of("gpt", "ext4 (0f9b)")), null))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll(
                        device + " is left alone",
                        "not empty: gpt, ext4 (0f9b)",
                        "--destroy " + device + " gives it up");
    }

    @Test
    void takesADeviceThatTheUserGaveUpByItsPathOrALinkToIt() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("by-id"), device);
        for (Path destroy : List.of(device, link, folder.resolve("./sdz"))) {
            assertThat(prepare(check(NONE, List.of("gpt")), destroy).commands())
                    .containsExactly(List.of("wipefs", "--all", device.toString()));
        }
    }

    @Test
    void refusesADeviceIfTheUserGaveUpAnother() throws IOException {
        Path other = Files.createFile(folder.resolve("sdy"));
        for (Path destroy : List.of(other, folder.resolve("absent"), folder, Path.of("sdz"))) {
            assertThatThrownBy(() -> prepare(check(NONE, List.of("gpt")), destroy))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("not empty: gpt");
        }
    }

    @Test
    void describesWhatItFound() {
        assertThat(check(NONE, NONE).describe())
                .isEqualTo(device + ": WDC WD40EFRX, 8g, not in use, no signature found");
        assertThat(check(NONE, List.of("gpt", "swap")).describe()).endsWith(", 8g, not in use, found gpt, swap");
        assertThat(check(List.of("sdz1 is swap", "sdz2 is swap"), NONE).describe())
                .endsWith(", 8g, sdz1 is swap, sdz2 is swap");
        assertThat(new DeviceCheck(device, null, 512, NONE, NONE).describe())
                .startsWith(device + ": no model name, 512, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/dev/pagetax-absent", "/dev", "/etc/passwd"})
    void refusesWhatIsNoBlockDevice(String path) {
        assertThatThrownBy(() -> DeviceCheck.of(Path.of(path)))
                .isInstanceOf(LabException.class)
                .hasMessage(path + " is no block device");
    }

    @Test
    void findsTheRootOfThisMachineInUse() throws IOException {
        Optional<Mount> root = MountTable.read().mountOf(Path.of("/"));
        Optional<BlockDevice> below = root.flatMap(mount -> BlockDevice.ofNumber(mount.device()));
        Path node = Path.of("/dev").resolve(below.map(BlockDevice::name).orElse("pagetax-absent"));
        assumeTrue(Files.exists(node), "skipped: the root is on no block device that can be seen: " + root);
        DeviceCheck check = DeviceCheck.of(node);
        assertThat(check.uses())
                .contains(
                        node.getFileName() + " is mounted at /",
                        node.getFileName() + " holds the files of this system");
        assertThatThrownBy(() -> check.prepare(LabPlans.sideBySide(node, null, "ext4"), node))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("is left alone");
    }

    @Test
    void findsAScratchDeviceEmptyUntilSomethingIsOnIt() throws IOException {
        try (ScratchLoop loop = ScratchLoop.create(folder, 8)) {
            assertThat(DeviceCheck.of(loop.device()))
                    .isEqualTo(new DeviceCheck(loop.device(), null, 8 << 20, NONE, NONE));
            loop.run("mkswap", "--uuid", "0f9b3c1d-7a52-4c3e-9b1a-0123456789ab");
            assertThat(DeviceCheck.of(loop.device()).uses()).isEmpty();
            assertThat(DeviceCheck.of(loop.device()).contents())
                    .containsExactly("swap (0f9b3c1d-7a52-4c3e-9b1a-0123456789ab)");
        }
    }
}
