package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.LoopDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what blockdev(8) says. */
class BlockGeometryTest {

    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {512, 4096})
    void loopDeviceHasTheSectorsAskedFor(int sector) throws IOException {
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (LoopDevice loop = LoopDevice.attach(image, "--sector-size=" + sector);
                LinuxFile file = LinuxFile.open(loop.path(), OpenFlag.RDONLY)) {
            BlockGeometry geometry = BlockGeometry.of(file);
            assertThat(geometry.size()).isEqualTo(8 * MIB).isEqualTo(blockdev("--getsize64", loop));
            assertThat(geometry.logicalBlockSize()).isEqualTo(sector);
            assertThat((long) geometry.logicalBlockSize()).isEqualTo(blockdev("--getss", loop));
            assertThat((long) geometry.physicalBlockSize()).isEqualTo(blockdev("--getpbsz", loop));
        }
    }

    @Test
    void sizeBeyondFourGibibytesIsReadWhole() throws IOException {
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 5 * 1024);
        try (LoopDevice loop = LoopDevice.attach(image);
                LinuxFile file = LinuxFile.open(loop.path(), OpenFlag.RDONLY)) {
            assertThat(BlockGeometry.of(file).size()).isEqualTo(5 * 1024 * MIB);
            assertThat(file.size()).isEqualTo(5 * 1024 * MIB);
        }
    }

    @Test
    void fileThatIsNoBlockDeviceIsRefused() throws IOException {
        Path path = Files.createFile(folder.resolve("file"));
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            assertThatExceptionOfType(NativeIoException.class)
                    .isThrownBy(() -> BlockGeometry.of(file))
                    .withMessage(
                            "ioctl BLKGETSIZE64(%s): ENOTTY (25, inappropriate ioctl for device);"
                                    + " a block device is needed",
                            path);
        }
    }

    private static long blockdev(String question, LoopDevice loop) {
        return Long.parseLong(Commands.run("blockdev", question, loop.path().toString()));
    }
}
