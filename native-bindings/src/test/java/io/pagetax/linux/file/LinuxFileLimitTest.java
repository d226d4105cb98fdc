package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.syscall.Syscalls;
import io.pagetax.linux.testing.ChildJvm;
import io.pagetax.linux.testing.LoopMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors that need a process of their own: under a limit, with a descriptor taken away, or at the JVM's risk. */
class LinuxFileLimitTest {

    private static final int PAGE = 4096;
    private static final int MIB = 1 << 20;
    private static final int LIMIT = 256;

    @TempDir
    private Path folder;

    /** The JVM ignores SIGXFSZ, which would end another process. */
    @Test
    void writeBeyondTheLimitOfTheProcessHintsAtIt() {
        ChildJvm.runLimited(
                "--fsize=" + 16 * MIB,
                WritesTooFar.class,
                folder.resolve("file").toString());
    }

    static final class WritesTooFar {

        public static void main(String[] arguments) throws NativeIoException {
            Path path = Path.of(arguments[0]);
            String hint =
                    "EFBIG (27, file too large); beyond the largest file that this file system or `ulimit -f` allows";
            try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT);
                    AlignedBuffer buffer = AlignedBuffer.allocate(PAGE)) {
                file.write(buffer.address(), PAGE, 16 * MIB - PAGE);
                expect(
                        () -> file.write(buffer.address(), PAGE, 16 * MIB),
                        "pwrite(" + path + ", off=16777216, len=4096): " + hint);
                expect(() -> file.truncate(17 * MIB), "ftruncate(" + path + ", len=17825792): " + hint);
                expect(() -> file.allocate(0, 0, 17 * MIB), "fallocate(" + path + ", off=0, len=17825792): " + hint);
            }
        }
    }

    @Test
    void openBeyondTheLimitOfTheProcessHintsAtIt() {
        ChildJvm.runLimited("--nofile=" + LIMIT, OpensTooMany.class);
    }

    static final class OpensTooMany {

        public static void main(String[] arguments) throws NativeIoException {
            // Whatever a failure loads is loaded now: a JVM without descriptors could not.
            expect(OpensTooMany::openTwice, "open(/absent): ENOENT (2, no such file or directory)");
            List<LinuxFile> files = new ArrayList<>();
            Throwable failure = catchThrowable(() -> {
                while (files.size() < LIMIT) {
                    files.add(LinuxFile.open(Path.of("/dev/null"), OpenFlag.RDONLY));
                }
            });
            for (LinuxFile file : files) {
                file.close();
            }
            assertThat(failure).hasMessage("open(/dev/null): EMFILE (24, too many open files); raise `ulimit -n`");
        }

        private static void openTwice() throws NativeIoException {
            LinuxFile.open(Path.of("/dev/null"), OpenFlag.RDONLY).close();
            LinuxFile.open(Path.of("/absent"), OpenFlag.RDONLY);
        }
    }

    @Test
    void everyCallOnADescriptorThatIsGoneSaysSo() throws IOException {
        Path path = Files.createFile(folder.resolve("file"));
        ChildJvm.run(Map.of(), LosesItsDescriptor.class, path.toString());
    }

    static final class LosesItsDescriptor {

        private static final String ERROR = "EBADF (9, bad file descriptor)";

        public static void main(String[] arguments) throws NativeIoException {
            Path path = Path.of(arguments[0]);
            LinuxFile file = openWithHighNumber(path);
            Syscalls.get().close(file.fd());
            expect(() -> file.read(0, 1, 2), "pread(" + path + ", off=2, len=1): " + ERROR);
            expect(() -> file.write(0, 1, 2), "pwrite(" + path + ", off=2, len=1): " + ERROR);
            expect(() -> file.advise(1, 2, 0), "posix_fadvise(" + path + ", off=1, len=2): " + ERROR);
            expect(() -> file.allocate(0, 1, 2), "fallocate(" + path + ", off=1, len=2): " + ERROR);
            expect(file::sync, "fsync(" + path + "): " + ERROR);
            expect(file::dataSync, "fdatasync(" + path + "): " + ERROR);
            expect(() -> file.truncate(1), "ftruncate(" + path + ", len=1): " + ERROR);
            expect(file::status, "statx(" + path + "): " + ERROR);
            expect(file::size, "statx(" + path + "): " + ERROR);
            expect(() -> file.nextData(1), "lseek(" + path + ", off=1): " + ERROR);
            expect(() -> file.nextHole(1), "lseek(" + path + ", off=1): " + ERROR);
            expect(() -> ExtentMap.of(file), "ioctl FS_IOC_FIEMAP(" + path + "): " + ERROR);
            expect(file::close, "close(" + path + "): " + ERROR);
        }

        /** The kernel gives out the lowest number that is free: this one stays so, whatever the JVM opens meanwhile. */
        private static LinuxFile openWithHighNumber(Path path) throws NativeIoException {
            List<LinuxFile> below = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                below.add(LinuxFile.open(path, OpenFlag.RDONLY));
            }
            LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR);
            for (LinuxFile other : below) {
                other.close();
            }
            return file;
        }
    }

    /** In another process and on a loop device, which copies: some drivers corrupt memory instead. */
    @Test
    void misalignedBufferIsRefusedWithTheRule() throws IOException {
        try (LoopMount ext4 = LoopMount.create(folder, "ext4", 32)) {
            Path path = Files.write(ext4.folder().resolve("file"), new byte[2 * PAGE]);
            try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
                DioAlignment alignment = file.status().dioAlignment();
                assumeTrue(alignment != null && alignment.memory() > 1, "needs a rule to break: " + alignment);
            }
            ChildJvm.run(Map.of(), ReadsMisaligned.class, path.toString());
        }
    }

    static final class ReadsMisaligned {

        public static void main(String[] arguments) throws NativeIoException {
            Path path = Path.of(arguments[0]);
            try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY, OpenFlag.DIRECT);
                    AlignedBuffer buffer = AlignedBuffer.allocate(2 * PAGE)) {
                expect(
                        () -> file.read(buffer.address() + 1, PAGE, 0),
                        "pread(" + path + ", off=0, len=4096): EINVAL (22, invalid argument); with O_DIRECT,"
                                + " buffer address, offset and length must be multiples of the alignment in statx(2)");
            }
        }
    }

    private static void expect(ThrowingCallable call, String message) {
        assertThatExceptionOfType(NativeIoException.class).isThrownBy(call).withMessage(message);
    }
}
