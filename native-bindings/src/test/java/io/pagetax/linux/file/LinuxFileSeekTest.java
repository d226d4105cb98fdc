package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.LoopDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where data is and where it ends. */
class LinuxFileSeekTest {

    private static final int BLOCK = 4096;
    private static final long FAR = 1L << 32;

    @TempDir
    private Path folder;

    @Test
    void dataAndHolesFollowOneAnother() throws IOException {
        try (LinuxFile file = newFile();
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            file.write(buffer.address(), BLOCK, 16 * BLOCK);
            file.truncate(32 * BLOCK);
            assertThat(file.nextHole(0)).isZero();
            assertThat(file.nextData(0)).hasValue(16 * BLOCK);
            assertThat(file.nextData(16 * BLOCK + 7)).hasValue(16 * BLOCK + 7);
            assertThat(file.nextHole(16 * BLOCK)).isEqualTo(17 * BLOCK);
            assertThat(file.nextData(17 * BLOCK)).isEmpty();
            assertThat(file.nextData(32 * BLOCK)).isEmpty();
        }
    }

    @Test
    void endOfTheFileCountsAsAHole() throws IOException {
        try (LinuxFile file = newFile();
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            file.write(buffer.address(), BLOCK, 0);
            assertThat(file.nextHole(0)).isEqualTo(BLOCK);
        }
    }

    /** Its lower 32 bits look like a negated ENXIO. */
    @Test
    void offsetIsNotTakenForAnError() throws IOException {
        long offset = FAR - Errno.ENXIO.number();
        try (LinuxFile file = newFile();
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            file.write(buffer.address(), BLOCK, FAR - BLOCK);
            assertThat(file.nextData(offset)).hasValue(offset);
        }
    }

    @Test
    void askingForAHoleBeyondTheEndIsRefused() throws IOException {
        try (LinuxFile file = newFile()) {
            assertThatExceptionOfType(NativeIoException.class)
                    .isThrownBy(() -> file.nextHole(BLOCK))
                    .withMessage("lseek(%s, off=4096): ENXIO (6, no such device or address)", file.path());
        }
    }

    @Test
    void pipeHasNoPlaces() throws IOException {
        Path pipe = folder.resolve("pipe");
        Commands.run("mkfifo", pipe.toString());
        try (LinuxFile file = LinuxFile.open(pipe, OpenFlag.RDWR)) {
            assertThatExceptionOfType(NativeIoException.class)
                    .isThrownBy(() -> file.nextData(0))
                    .withMessage("lseek(%s, off=0): ESPIPE (29, illegal seek)", pipe);
        }
    }

    @Test
    void sizeIsThatOfTheFileOrOfTheDevice() throws IOException {
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 3);
        try (LinuxFile file = LinuxFile.open(image, OpenFlag.RDONLY);
                LinuxFile none = LinuxFile.open(Path.of("/dev/null"), OpenFlag.RDONLY)) {
            assertThat(file.size()).isEqualTo(Files.size(image));
            assertThat(none.size()).isZero();
        }
        try (LoopDevice loop = LoopDevice.attach(image);
                LinuxFile device = LinuxFile.open(loop.path(), OpenFlag.RDONLY)) {
            assertThat(device.size()).isEqualTo(3 << 20);
        }
    }

    private LinuxFile newFile() throws NativeIoException {
        return LinuxFile.open(folder.resolve("file"), OpenFlag.RDWR, OpenFlag.CREAT);
    }
}
