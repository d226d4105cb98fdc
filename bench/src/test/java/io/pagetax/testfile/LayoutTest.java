package io.pagetax.testfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.DiskFolder;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DiskFolder.class)
class LayoutTest {

    private static final int MIB = 1 << 20;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("image");
    }

    private void assertThatPatternIsUpTo(long size) throws IOException {
        assertThat(file).hasSize(size);
        ByteBuffer contents = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
        assertThat(BlockPattern.of(file).matches(contents, (int) size, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4096, MIB, MIB + 4096, 3 * MIB - 4096})
    void makesAFileOfThePattern(long size) throws IOException {
        Layout.create(file, size, () -> false);
        assertThatPatternIsUpTo(size);
    }

    @Test
    void takesSpaceOnTheDiskForAllOfAFile() throws IOException {
        Layout.create(file, 2 * MIB, () -> false);
        try (LinuxFile made = LinuxFile.open(file, OpenFlag.RDONLY)) {
            assertThat(made.status().allocatedBytes()).isGreaterThanOrEqualTo(2 * MIB);
        }
    }

    @Test
    void leavesAFileAloneThatIsThereAlready() throws IOException {
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> Layout.create(file, MIB, () -> false))
                .isInstanceOf(NativeIoException.class)
                .hasMessageContaining("EEXIST");
        assertThat(file).hasContent("mine");
    }

    @Test
    void leavesNothingIfItIsCancelled() {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> Layout.create(file, 8 * MIB, () -> asked.incrementAndGet() == 4))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(asked).hasValue(4);
        assertThat(folder).isEmptyDirectory();
    }

    /** Direct I/O takes whole sectors alone, and the last one is not. */
    @Test
    void leavesNothingIfItFailsInTheMiddle() {
        assertThatThrownBy(() -> Layout.create(file, MIB + 1000, () -> false))
                .isInstanceOf(NativeIoException.class)
                .hasMessageContaining("EINVAL");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4096, MIB + 4096})
    void fillsAnEmptyFileAsFarAsItIsTold(long size) throws IOException {
        Files.createFile(file);
        Layout.append(file, size, () -> false);
        assertThatPatternIsUpTo(size);
    }

    @Test
    void stopsToFillWhenItIsCancelled() throws IOException {
        Files.createFile(file);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> Layout.append(file, 8 * MIB, () -> asked.incrementAndGet() == 3))
                .isInstanceOf(InterruptedIOException.class);
        assertThatPatternIsUpTo(2 * MIB);
        assertThatThrownBy(() -> Layout.appendUntilFull(file, () -> true)).isInstanceOf(InterruptedIOException.class);
        assertThatPatternIsUpTo(2 * MIB);
    }

    /** What is asked for of a device is its size, and a file has one, too. */
    @Test
    void fillsADeviceToItsEnd() throws IOException {
        Files.write(file, new byte[2 * MIB + 4096]);
        Layout.fillDevice(file, () -> false);
        assertThatPatternIsUpTo(2 * MIB + 4096);
    }
}
