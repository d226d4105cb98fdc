package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.testing.ChildJvm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buffered I/O, with {@link FileChannel} as the judge of what was read and written. */
class LinuxFileTest {

    private static final int LENGTH = 100_000;

    @TempDir
    private Path folder;

    @AutoClose
    private final AlignedBuffer buffer = AlignedBuffer.allocate(2 * LENGTH);

    LinuxFileTest() throws NativeIoException {}

    @Test
    void readsWhatFileChannelWrote() throws IOException {
        byte[] content = randomBytes();
        Path path = folder.resolve("file");
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
        }
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            assertThat(file.read(buffer.address(), LENGTH, 0)).isEqualTo(LENGTH);
        }
        assertThat(bufferBytes(LENGTH)).isEqualTo(content);
    }

    @Test
    void writesWhatFileChannelReads() throws IOException {
        byte[] content = randomBytes();
        buffer.bytes().put(0, content);
        Path path = folder.resolve("file");
        int offset = 12_345;
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT, OpenFlag.EXCL)) {
            file.write(buffer.address(), LENGTH, offset);
            file.sync();
        }
        ByteBuffer read = ByteBuffer.allocate(2 * LENGTH);
        try (FileChannel channel = FileChannel.open(path)) {
            assertThat(channel.read(read, 0)).isEqualTo(offset + LENGTH);
        }
        byte[] expected = new byte[2 * LENGTH];
        System.arraycopy(content, 0, expected, offset, LENGTH);
        assertThat(read.array()).isEqualTo(expected);
    }

    @Test
    void readsAcrossEndOfFileReturnShortCount() throws IOException {
        Path path = Files.write(folder.resolve("file"), randomBytes());
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            assertThat(file.read(buffer.address(), LENGTH, LENGTH - 10)).isEqualTo(10);
            assertThat(file.read(buffer.address(), LENGTH, LENGTH)).isZero();
            assertThat(file.read(buffer.address(), LENGTH, 10L * LENGTH)).isZero();
        }
    }

    @Test
    void transfersOfNothingDoNothing() throws IOException {
        Path path = Files.write(folder.resolve("file"), new byte[3]);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR)) {
            assertThat(file.read(buffer.address(), 0, 0)).isZero();
            file.write(buffer.address(), 0, 100);
        }
        assertThat(path).hasSize(3);
    }

    @Test
    void createdFileIsItsOwnersAlone() throws IOException {
        Path path = folder.resolve("file");
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.WRONLY, OpenFlag.CREAT)) {
            assertThat(file.path()).isEqualTo(path);
            assertThat(Files.getPosixFilePermissions(path))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void openedFileIsNotInheritedByOtherPrograms() throws IOException {
        Path path = Files.createFile(folder.resolve("file"));
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            List<String> info = Files.readAllLines(Path.of("/proc/self/fdinfo/" + file.fd()));
            assertThat(info)
                    .filteredOn(line -> line.startsWith("flags:"))
                    .singleElement()
                    .satisfies(line -> {
                        int flags = Integer.parseInt(
                                line.substring("flags:".length()).strip(), 8);
                        assertThat(flags & 02000000).as("O_CLOEXEC in " + line).isNotZero();
                    });
        }
    }

    @Test
    void truncOpensAnEmptiedFile() throws IOException {
        Path path = Files.write(folder.resolve("file"), randomBytes());
        LinuxFile.open(path, OpenFlag.WRONLY, OpenFlag.TRUNC).close();
        assertThat(path).hasSize(0);
    }

    @Test
    void truncateCutsAndExtends() throws IOException {
        Path path = Files.writeString(folder.resolve("file"), "abc");
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR)) {
            file.truncate(2);
            assertThat(path).hasContent("ab");
            file.truncate(1L << 33);
            assertThat(path).hasSize(1L << 33);
        }
    }

    @Test
    void allocateExtendsWithZeros() throws IOException {
        Path path = Files.writeString(folder.resolve("file"), "abc");
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR)) {
            file.allocate(0, 0, 10_000);
            file.dataSync();
            assertThat(file.status().allocatedBytes()).isGreaterThanOrEqualTo(10_000);
        }
        assertThat(path).hasSize(10_000);
        assertThat(Files.readAllBytes(path)).startsWith('a', 'b', 'c', 0, 0).endsWith(0, 0);
    }

    @Test
    void nameIsInTheEncodingOfTheJvm() {
        ChildJvm.run(Map.of("LC_ALL", "C.UTF-8"), OpensNonAsciiName.class, folder.toString());
    }

    static final class OpensNonAsciiName {

        public static void main(String[] arguments) throws IOException {
            Path path = Path.of(arguments[0], "gr\u00f6\u00dfe \u20ac");
            Files.writeString(path, "abc");
            try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
                assertThat(file.status().size()).isEqualTo(3);
            }
        }
    }

    @Test
    void closingTwiceIsFine() throws IOException {
        LinuxFile file = LinuxFile.open(Files.createFile(folder.resolve("file")), OpenFlag.RDONLY);
        file.close();
        assertThatNoException().isThrownBy(file::close);
    }

    @Test
    void closingTwiceSparesTheFileThatGotTheNumberNext() throws IOException {
        Path path = Files.writeString(folder.resolve("file"), "abc");
        LinuxFile first = LinuxFile.open(path, OpenFlag.RDONLY);
        int number = first.fd();
        first.close();
        try (LinuxFile second = LinuxFile.open(path, OpenFlag.RDONLY)) {
            assertThat(second.fd()).as("lowest free number").isEqualTo(number);
            first.close();
            assertThat(second.read(buffer.address(), 3, 0)).isEqualTo(3);
        }
    }

    @Test
    void useAfterCloseIsRefusedNamingTheFile() throws IOException {
        Path path = Files.write(folder.resolve("file"), new byte[10]);
        LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR);
        file.close();
        List<ThrowingCallable> uses = List.of(
                file::fd,
                file::sync,
                file::dataSync,
                file::status,
                () -> file.read(buffer.address(), 10, 0),
                () -> file.write(buffer.address(), 10, 0),
                () -> file.truncate(1),
                () -> file.allocate(0, 0, 100),
                () -> file.advise(0, 0, Advice.POSIX_FADV_NORMAL));
        assertThat(uses)
                .allSatisfy(
                        use -> assertThatIllegalStateException().isThrownBy(use).withMessage("closed: " + path));
        assertThat(path).hasSize(10);
    }

    @Test
    void failedOpenLeavesNoDescriptorBehind() throws IOException {
        Path absent = folder.resolve("absent");
        int before = lowestFree();
        assertThatExceptionOfType(NativeIoException.class).isThrownBy(() -> LinuxFile.open(absent, OpenFlag.RDONLY));
        assertThat(lowestFree()).isEqualTo(before);
    }

    private int lowestFree() throws IOException {
        try (LinuxFile file = LinuxFile.open(folder, OpenFlag.RDONLY)) {
            return file.fd();
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[LENGTH];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private byte[] bufferBytes(int length) {
        byte[] bytes = new byte[length];
        buffer.bytes().get(0, bytes);
        return bytes;
    }
}
