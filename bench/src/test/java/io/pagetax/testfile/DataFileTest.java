package io.pagetax.testfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.DiskFolder;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DiskFolder.class)
class DataFileTest {

    private static final int UNIT = BlockPattern.UNIT;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {4096, 1 << 20, (1 << 20) + 4096, (3 << 20) - 512})
    void writesEveryBlockOfAScratchFile(long size) throws IOException {
        try (DataFile made = DataFile.create(folder, size, () -> false)) {
            assertThat(made.isScratch()).isTrue();
            assertThat(made.sizeBytes()).isEqualTo(size);
            assertThat(made.path()).hasParent(folder).hasSize(size);
            ByteBuffer contents = contents(made.path());
            BlockPattern pattern = BlockPattern.of(made.path());
            for (int at = 0; at < size; at += UNIT) {
                int length = (int) Math.min(UNIT, size - at);
                assertThat(pattern.matches(contents.slice(at, length).order(ByteOrder.nativeOrder()), length, at))
                        .as("block at %d", at)
                        .isTrue();
            }
        }
    }

    @Test
    void takesSpaceOnTheDiskForAllOfIt() throws IOException {
        long size = 2 << 20;
        try (DataFile made = DataFile.create(folder, size, () -> false);
                LinuxFile file = LinuxFile.open(made.path(), OpenFlag.RDONLY)) {
            assertThat(file.status().allocatedBytes()).isGreaterThanOrEqualTo(size);
        }
    }

    @Test
    void givesEveryScratchFileANameAndContentsOfItsOwn() throws IOException {
        try (DataFile one = DataFile.create(folder, 4096, () -> false);
                DataFile other = DataFile.create(folder, 4096, () -> false)) {
            assertThat(one.path()).isNotEqualTo(other.path());
            assertThat(Files.mismatch(one.path(), other.path())).isNotNegative();
        }
    }

    @Test
    void removesAScratchFileOnClose() throws IOException {
        DataFile made = DataFile.create(folder, 4096, () -> false);
        made.close();
        assertThat(made.path()).doesNotExist();
        made.close();
    }

    @Test
    void leavesAnExistingFileAloneOnClose() throws IOException {
        Path file = Files.write(folder.resolve("mine"), new byte[8192]);
        try (DataFile existing = DataFile.existing(file, 4096)) {
            assertThat(existing.isScratch()).isFalse();
            assertThat(existing.path()).isEqualTo(file);
            assertThat(existing.sizeBytes()).isEqualTo(4096);
        }
        assertThat(file).hasBinaryContent(new byte[8192]);
    }

    @Test
    void takesAnExistingFileOfExactlyTheSize() throws IOException {
        Path file = Files.write(folder.resolve("mine"), new byte[8192]);
        try (DataFile existing = DataFile.existing(file, 8192)) {
            assertThat(existing.sizeBytes()).isEqualTo(8192);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 8191})
    void refusesAnExistingFileThatIsTooSmall(int length) throws IOException {
        Path file = Files.write(folder.resolve("mine"), new byte[length]);
        assertThatThrownBy(() -> DataFile.existing(file, 8192))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("8k");
    }

    @Test
    void refusesAnExistingFileThatIsNotThere() {
        assertThatThrownBy(() -> DataFile.existing(folder.resolve("absent"), 4096))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("ENOENT");
    }

    @Test
    void refusesAScratchFileThatWouldFillTheDiskAndLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> DataFile.create(folder, 1L << 60, () -> false))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("not enough space")
                .hasMessageContaining(folder.toString());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void stopsWhenCancelledAndLeavesNothingBehind() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> DataFile.create(folder, 8 << 20, () -> asked.incrementAndGet() == 4))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(asked).hasValue(4);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void findsWhatRunsThatAreGoneLeftBehind() throws IOException {
        String unique = "-01234567-89ab-cdef-0123-456789abcdef.data";
        Path first = Files.createFile(folder.resolve("pagetax-999999998" + unique));
        Path second = Files.createFile(folder.resolve("pagetax-999999999" + unique));
        assertThat(DataFile.leftovers(folder)).containsExactly(first, second);
    }

    @Test
    void takesNoOtherFileForALeftover() throws IOException {
        String unique = "-01234567-89ab-cdef-0123-456789abcdef.data";
        for (String name :
                List.of("mine.data", "pagetax-1.data", "pagetax-x" + unique, "pagetax-999999999" + unique + "~")) {
            Files.createFile(folder.resolve(name));
        }
        Files.createFile(folder.resolve("pagetax-99999999999999999999" + unique));
        try (DataFile ours = DataFile.create(folder, 4096, () -> false)) {
            assertThat(ours.path()).exists();
            assertThat(DataFile.leftovers(folder)).isEmpty();
        }
    }

    private static ByteBuffer contents(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
    }
}
