package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.testing.ChildJvm;
import io.pagetax.linux.testing.LoopDevice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileMappingTest {

    private static final int PAGE = NativeMemory.pageSize();
    private static final long GIB = 1L << 30;
    private static final byte[] MARK = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void copiesWhatTheFileHoldsUpToItsLastByte() throws IOException {
        byte[] content = new byte[3 * PAGE + 100];
        new Random(3).nextBytes(content);
        Path path = Files.write(folder.resolve("file"), content);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, content.length)) {
            assertThat(mapping.length()).isEqualTo(content.length);
            ByteBuffer all = ByteBuffer.allocate(content.length);
            mapping.copy(0, all, content.length);
            assertThat(all.array()).isEqualTo(content);
            ByteBuffer last = ByteBuffer.allocate(3);
            mapping.copy(content.length - 1, last, 1);
            assertThat(last.array()).isEqualTo(new byte[] {content[content.length - 1], 0, 0});
        }
    }

    @Test
    void whatIsStoredInAWritableOneReachesTheFile() throws IOException {
        Path path = Files.write(folder.resolve("file"), MARK);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR);
                FileMapping mapping = FileMapping.readWrite(file, MARK.length)) {
            NativeMemory.view(mapping.address(), MARK.length).put(3, (byte) 'x');
        }
        assertThat(path).hasContent("012x456789abcdef");
    }

    @Test
    void aWritableOneNeedsAFileThatMayBeWritten() throws IOException {
        try (LinuxFile file = LinuxFile.open(Files.write(folder.resolve("file"), MARK), OpenFlag.RDONLY)) {
            assertThatThrownBy(() -> FileMapping.readWrite(file, MARK.length).close())
                    .isInstanceOfSatisfying(
                            NativeIoException.class,
                            refused -> assertThat(refused.errno()).isEqualTo(Errno.EACCES));
        }
    }

    @Test
    void copyFillsTheTargetsStartAndLeavesItsPosition() throws IOException {
        try (LinuxFile file = LinuxFile.open(Files.write(folder.resolve("file"), MARK), OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, MARK.length)) {
            ByteBuffer target = ByteBuffer.allocateDirect(8).position(5);
            mapping.copy(10, target, 2);
            assertThat(target.position()).isEqualTo(5);
            assertThat(StandardCharsets.US_ASCII.decode(target.slice(0, 2)).toString())
                    .isEqualTo("ab");
        }
    }

    @Test
    void copyBeyondTheEndIsRefused() throws IOException {
        try (LinuxFile file = LinuxFile.open(Files.write(folder.resolve("file"), MARK), OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, MARK.length)) {
            ByteBuffer target = ByteBuffer.allocate(8);
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> mapping.copy(MARK.length - 3, target, 4));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> mapping.copy(GIB, target, 1));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> mapping.copy(-1, target, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {GIB, 2 * GIB, 3 * GIB})
    void copiesAcrossWindowsReadBothSides(long boundary) throws IOException {
        long length = 3 * GIB + 12_345;
        Path path = sparseFile(length, boundary - MARK.length / 2);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, length)) {
            for (int shift = 0; shift <= MARK.length; shift++) {
                ByteBuffer target = ByteBuffer.allocate(MARK.length);
                mapping.copy(boundary - MARK.length / 2 - shift, target, MARK.length);
                byte[] expected = new byte[MARK.length];
                System.arraycopy(MARK, 0, expected, shift, MARK.length - shift);
                assertThat(target.array()).as("shift %d", shift).isEqualTo(expected);
            }
        }
    }

    @Test
    void lastBytesOfALargeFileAreReached() throws IOException {
        long length = 2 * GIB + GIB / 2 + 7;
        Path path = sparseFile(length, length - MARK.length);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, length)) {
            ByteBuffer target = ByteBuffer.allocate(MARK.length);
            mapping.copy(length - MARK.length, target, MARK.length);
            assertThat(target.array()).isEqualTo(MARK);
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> mapping.copy(length - MARK.length + 1, target, MARK.length));
        }
    }

    @Test
    void largestCopyMayStartAtTheLastByteOfAWindow() throws IOException {
        long length = 2 * GIB;
        long start = GIB - 1;
        Path path = sparseFile(length, start + FileMapping.MAX_COPY - MARK.length);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, length);
                AlignedBuffer target = AlignedBuffer.allocate(FileMapping.MAX_COPY)) {
            mapping.copy(start, target.bytes(), FileMapping.MAX_COPY);
            byte[] end = new byte[MARK.length];
            target.bytes().get(FileMapping.MAX_COPY - MARK.length, end);
            assertThat(end).isEqualTo(MARK);
        }
    }

    @Test
    void mappingOutlivesTheDescriptor() throws IOException {
        LinuxFile file = LinuxFile.open(Files.write(folder.resolve("file"), MARK), OpenFlag.RDONLY);
        try (FileMapping mapping = FileMapping.readOnly(file, MARK.length)) {
            file.close();
            ByteBuffer target = ByteBuffer.allocate(MARK.length);
            mapping.copy(0, target, MARK.length);
            assertThat(target.array()).isEqualTo(MARK);
        }
    }

    @Test
    void adviceNamesTheRangeThatWasRefused() throws IOException {
        Path path = Files.write(folder.resolve("file"), new byte[3 * PAGE]);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, 3L * PAGE)) {
            assertThatNoException().isThrownBy(() -> mapping.advise(PAGE, 2L * PAGE, Advice.MADV_RANDOM));
            assertThatExceptionOfType(NativeIoException.class)
                    .isThrownBy(() -> mapping.advise(1, PAGE, Advice.MADV_RANDOM))
                    .withMessage("madvise(%s, off=1, len=%d): EINVAL (22, invalid argument)", path, PAGE);
        }
    }

    @Test
    void mappingNeedsAReadableDescriptorAndALength() throws IOException {
        Path path = Files.write(folder.resolve("file"), MARK);
        try (LinuxFile writeOnly = LinuxFile.open(path, OpenFlag.WRONLY);
                LinuxFile readable = LinuxFile.open(path, OpenFlag.RDONLY)) {
            assertThatExceptionOfType(NativeIoException.class)
                    .isThrownBy(() -> FileMapping.readOnly(writeOnly, MARK.length))
                    .withMessageStartingWith("mmap(%s, off=0, len=16): EACCES (13, permission denied)", path);
            assertThatExceptionOfType(NativeIoException.class)
                    .isThrownBy(() -> FileMapping.readOnly(readable, 0))
                    .withMessage("mmap(%s, off=0, len=0): EINVAL (22, invalid argument)", path);
        }
    }

    @Test
    void mappingBeyondTheEndOfTheFileIsRefusedWithBothLengths() throws IOException {
        Path path = Files.write(folder.resolve("file"), MARK);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FileMapping.readOnly(file, MARK.length + 1))
                    .withMessage("mapping of 17 bytes is longer than %s with 16", path);
        }
    }

    @Test
    void mappingBeyondTheEndOfABlockDeviceIsRefused() throws IOException {
        long size = 1 << 20;
        try (LoopDevice loop = LoopDevice.attach(LoopDevice.sparseFile(folder.resolve("image"), 1));
                LinuxFile file = LinuxFile.open(loop.path(), OpenFlag.RDONLY)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FileMapping.readOnly(file, size + 1))
                    .withMessage("mapping of 1048577 bytes is longer than %s with 1048576", loop.path());
            try (FileMapping mapping = FileMapping.readOnly(file, size)) {
                ByteBuffer target = ByteBuffer.allocate(1).put(0, (byte) 1);
                mapping.copy(size - 1, target, 1);
                assertThat(target.get(0)).isZero();
            }
        }
    }

    @Test
    void whatCannotBeMappedIsLeftToTheKernelToRefuse() throws IOException {
        try (LinuxFile directory = LinuxFile.open(folder, OpenFlag.RDONLY)) {
            assertThatExceptionOfType(NativeIoException.class)
                    .isThrownBy(() -> FileMapping.readOnly(directory, PAGE))
                    .withMessage("mmap(%s, off=0, len=%d): ENODEV (19, no such device)", folder, PAGE);
        }
    }

    @Test
    void closedMappingRefusesUseAndASecondCloseIsFine() throws IOException {
        Path path = Files.write(folder.resolve("file"), MARK);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            FileMapping mapping = FileMapping.readOnly(file, MARK.length);
            mapping.close();
            assertThatNoException().isThrownBy(mapping::close);
            assertThatIllegalStateException().isThrownBy(mapping::address).withMessage("closed: mapping of " + path);
            assertThatIllegalStateException()
                    .isThrownBy(() -> mapping.advise(0, MARK.length, Advice.MADV_RANDOM))
                    .withMessage("closed: mapping of " + path);
        }
    }

    @Test
    void copyAfterCloseIsRefusedWithoutHarmToTheJvm() {
        ChildJvm.run(Map.of(), CopiesAfterClose.class, folder.resolve("file").toString());
    }

    static final class CopiesAfterClose {

        public static void main(String[] arguments) throws IOException {
            Path path = Files.write(Path.of(arguments[0]), MARK);
            try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
                FileMapping mapping = FileMapping.readOnly(file, MARK.length);
                mapping.close();
                assertThatExceptionOfType(RuntimeException.class)
                        .isThrownBy(() -> mapping.copy(0, ByteBuffer.allocate(MARK.length), MARK.length));
            }
        }
    }

    private Path sparseFile(long length, long markAt) throws IOException {
        Path path = folder.resolve("sparse");
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(MARK), markAt);
            channel.write(ByteBuffer.allocate(1), length);
            channel.truncate(length);
        }
        return path;
    }
}
