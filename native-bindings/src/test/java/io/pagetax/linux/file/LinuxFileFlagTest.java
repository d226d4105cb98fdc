package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pagetax.linux.testing.ChildJvm;
import io.pagetax.linux.testing.MountedFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flags of open(2) whose effect can be seen. */
class LinuxFileFlagTest {

    private static final int BLOCK = 4096;

    @RegisterExtension
    static final MountedFileSystem EXT4 = new MountedFileSystem("ext4", 16);

    @TempDir
    private Path folder;

    @Test
    void temporaryFileHasNoNameAndIsGoneWhenClosed() throws IOException {
        Path parent = Files.createDirectory(EXT4.folder().resolve("parent"));
        try (LinuxFile file = LinuxFile.open(parent, OpenFlag.RDWR, OpenFlag.TMPFILE);
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            buffer.bytes().putInt(0, 0x12345678);
            file.write(buffer.address(), BLOCK, 0);
            buffer.bytes().putInt(0, 0);
            assertThat(file.read(buffer.address(), BLOCK, 0)).isEqualTo(BLOCK);
            assertThat(buffer.bytes().getInt(0)).isEqualTo(0x12345678);
            assertThat(file.status().kind()).isEqualTo(FileStatus.Kind.REGULAR);
            try (Stream<Path> names = Files.list(parent)) {
                assertThat(names).isEmpty();
            }
        }
    }

    @Test
    void temporaryFileNeedsAFileSystemThatHasThem() {
        assertThatExceptionOfType(NativeIoException.class)
                .isThrownBy(() -> LinuxFile.open(Path.of("/sys"), OpenFlag.RDWR, OpenFlag.TMPFILE))
                .withMessage("open(/sys): EOPNOTSUPP (95, operation not supported);"
                        + " this file system may not support O_TMPFILE");
    }

    /** Writes to an open file that is synchronous leave nothing dirty behind, so that its place is known at once. */
    @ParameterizedTest
    @EnumSource(names = {"DSYNC", "SYNC"})
    void synchronousWritesAreOnTheDeviceWhenTheyReturn(OpenFlag flag) throws IOException {
        Path path = EXT4.folder().resolve(flag.name());
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT, flag);
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            file.write(buffer.address(), BLOCK, 0);
            ExtentMap map = ExtentMap.of(file);
            assertThat(map.bytesThatAre(Extent.Trait.DELAYED_ALLOCATION)).isZero();
            assertThat(map.holeBytes()).isZero();
        }
    }

    @Test
    void readingWithoutAccessTimeLeavesItAlone() throws IOException {
        Path path = Files.write(EXT4.folder().resolve("noatime"), new byte[BLOCK]);
        // Older than the last change, so that "relatime" would have reading set it.
        Files.setAttribute(path, "lastAccessTime", FileTime.fromMillis(1_000_000));
        Object before = Files.getAttribute(path, "lastAccessTime");
        read(path, OpenFlag.NOATIME);
        assertThat(Files.getAttribute(path, "lastAccessTime")).isEqualTo(before);
        read(path, OpenFlag.CLOEXEC);
        assertThat(Files.getAttribute(path, "lastAccessTime")).isNotEqualTo(before);
    }

    private static void read(Path path, OpenFlag flag) throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY, flag);
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            assertThat(file.read(buffer.address(), BLOCK, 0)).isEqualTo(BLOCK);
        }
    }

    @Test
    void readingWithoutAccessTimeIsRefusedToOthersThanTheOwner() throws IOException {
        ChildJvm.runUnprivileged(folder, OpensFileOfRoot.class);
    }

    static final class OpensFileOfRoot {

        public static void main(String[] arguments) {
            assertThatExceptionOfType(NativeIoException.class)
                    .isThrownBy(() -> LinuxFile.open(Path.of("/etc/passwd"), OpenFlag.RDONLY, OpenFlag.NOATIME))
                    .withMessage("open(/etc/passwd): EPERM (1, operation not permitted); check owner and mode of the"
                            + " file and of the folders above it; O_NOATIME is for the owner alone");
        }
    }
}
