package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.LoopDevice;
import io.pagetax.linux.testing.LoopMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what the JDK and the system's own programs say. */
class FileStatusTest {

    private static final int STAT_BLOCK = 512;

    @TempDir
    private Path folder;

    @Test
    void regularFileIsDescribedAsTheJdkDescribesIt() throws IOException {
        Path path = Files.write(folder.resolve("file"), new byte[12_345]);
        FileStatus status = statusOf(path);
        assertThat(status.kind()).isEqualTo(FileStatus.Kind.REGULAR);
        assertThat(status.size()).isEqualTo(Files.size(path));
        assertThat(status.inode()).isEqualTo(Files.getAttribute(path, "unix:ino"));
        assertThat(status.device()).isEqualTo(majorMinor((long) Files.getAttribute(path, "unix:dev")));
        assertThat(status.specialDevice()).isEqualTo("0:0");
    }

    @Test
    void allocatedBytesLeaveHolesOut() throws IOException {
        Path path = folder.resolve("file");
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT)) {
            file.truncate(5L << 32);
            file.allocate(0, 1 << 20, 1 << 20);
            FileStatus status = file.status();
            assertThat(status.size()).isEqualTo(5L << 32);
            assertThat(status.allocatedBytes())
                    .isBetween(1L << 20, 2L << 20)
                    .isEqualTo(STAT_BLOCK * Long.parseLong(Commands.run("stat", "-c", "%b", path.toString())));
        }
    }

    @Test
    void directoryIsADirectory() throws IOException {
        assertThat(statusOf(folder).kind()).isEqualTo(FileStatus.Kind.DIRECTORY);
    }

    @Test
    void characterDeviceIsOther() throws IOException {
        FileStatus status = statusOf(Path.of("/dev/null"));
        assertThat(status.kind()).isEqualTo(FileStatus.Kind.OTHER);
        assertThat(status.specialDevice()).isEqualTo("1:3");
    }

    @Test
    void blockDeviceHasANumberAndNoSize() throws IOException {
        try (LoopDevice device = LoopDevice.attach(LoopDevice.sparseFile(folder.resolve("image"), 1))) {
            FileStatus status = statusOf(device.path());
            assertThat(status.kind()).isEqualTo(FileStatus.Kind.BLOCK_DEVICE);
            assertThat(status.size()).isZero();
            assertThat(status.specialDevice())
                    .isEqualTo(Files.readString(Path.of("/sys/class/block", device.name(), "dev"))
                            .strip())
                    .isEqualTo(majorMinor((long) Files.getAttribute(device.path(), "unix:rdev")));
            assertThat(status.device()).isNotEqualTo(status.specialDevice());
        }
    }

    @ParameterizedTest
    @CsvSource({"ext4, 32", "xfs, 300"})
    void alignmentForDirectIoIsAPowerOfTwoNoLargerThanTheBlock(String fileSystem, int mebibytes) throws IOException {
        try (LoopMount mount = LoopMount.create(folder, fileSystem, mebibytes)) {
            FileStatus status = statusOf(Files.write(mount.folder().resolve("file"), new byte[1]));
            String number = Files.readString(
                            Path.of("/sys/class/block", mount.device().name(), "dev"))
                    .strip();
            assertThat(status.device()).isEqualTo(number);
            DioAlignment alignment = status.dioAlignment();
            assumeTrue(alignment != null, "needs STATX_DIOALIGN, kernel 6.1");
            assertThat(alignment.supported()).isTrue();
            assertThat(Integer.bitCount(alignment.memory())).isEqualTo(1);
            assertThat(Integer.bitCount(alignment.offset())).isEqualTo(1);
            assertThat(alignment.memory()).isBetween(1, 4096);
            assertThat(alignment.offset()).isBetween(512, 4096);
            assertThat(alignment.readOffset()).isBetween(512, alignment.offset());
        }
    }

    @Test
    void alignmentIsUnknownWhereTheFileSystemDoesNotSay() throws IOException {
        assertThat(statusOf(Path.of("/proc/self/stat")).dioAlignment()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ext4, 32", "xfs, 300"})
    void atomicWritesAreToldInPowersOfTwoOrNotAtAll(String fileSystem, int mebibytes) throws IOException {
        try (LoopMount mount = LoopMount.create(folder, fileSystem, mebibytes)) {
            AtomicWrites writes = statusOf(Files.write(mount.folder().resolve("file"), new byte[1]))
                    .atomicWrites();
            assumeTrue(writes != null, "needs STATX_WRITE_ATOMIC, kernel 6.11 to 6.13, of " + fileSystem);
            if (writes.supported()) {
                assertThat(Integer.bitCount(writes.unitMin())).isEqualTo(1);
                assertThat(Integer.bitCount(writes.unitMax())).isEqualTo(1);
                assertThat(writes.unitMin()).isBetween(512, writes.unitMax());
                assertThat(writes.segmentsMax()).isPositive();
            } else {
                assertThat(writes).isEqualTo(new AtomicWrites(0, 0, 0));
            }
        }
    }

    @Test
    void atomicWritesAreUnknownWhereTheFileSystemDoesNotSay() throws IOException {
        assertThat(statusOf(Path.of("/proc/self/stat")).atomicWrites()).isNull();
    }

    @Test
    void atomicUnitOfZeroMeansNoAtomicWrites() {
        assertThat(new AtomicWrites(0, 0, 0).supported()).isFalse();
        assertThat(new AtomicWrites(4096, 16384, 1).supported()).isTrue();
    }

    @Test
    void alignmentOfZeroMeansNoDirectIo() {
        assertThat(new DioAlignment(0, 0, 0).supported()).isFalse();
        assertThat(new DioAlignment(4, 512, 512).supported()).isTrue();
    }

    private static FileStatus statusOf(Path path) throws NativeIoException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            return file.status();
        }
    }

    /** Takes a {@code dev_t} of libc apart, see makedev(3). */
    private static String majorMinor(long device) {
        long major = ((device >>> 8) & 0xfff) | ((device >>> 32) & 0xfffff000L);
        long minor = (device & 0xff) | ((device >>> 12) & 0xffffff00L);
        return major + ":" + minor;
    }
}
