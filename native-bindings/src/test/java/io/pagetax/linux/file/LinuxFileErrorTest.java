package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.testing.ChildJvm;
import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.LoopMount;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors that the kernel really gives, and what the user is told of them. */
class LinuxFileErrorTest {

    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void openNamesAFileThatIsAbsent() {
        Path absent = folder.resolve("absent");
        expect(
                () -> LinuxFile.open(absent, OpenFlag.RDONLY),
                Errno.ENOENT,
                "open(" + absent + "): ENOENT (2, no such file or directory)");
    }

    @Test
    void exclusiveCreationRefusesAFileThatIsThere() throws IOException {
        Path path = Files.createFile(folder.resolve("file"));
        expect(
                () -> LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT, OpenFlag.EXCL),
                Errno.EEXIST,
                "open(" + path + "): EEXIST (17, file exists)");
    }

    @Test
    void openRefusesAPathBelowAFile() throws IOException {
        Path below = Files.createFile(folder.resolve("file")).resolve("below");
        expect(
                () -> LinuxFile.open(below, OpenFlag.RDONLY),
                Errno.ENOTDIR,
                "open(" + below + "): ENOTDIR (20, not a directory)");
    }

    @Test
    void openRefusesAFileWhereADirectoryIsAskedFor() throws IOException {
        Path path = Files.createFile(folder.resolve("file"));
        expect(
                () -> LinuxFile.open(path, OpenFlag.DIRECTORY),
                Errno.ENOTDIR,
                "open(" + path + "): ENOTDIR (20, not a directory)");
    }

    @Test
    void openRefusesToWriteToADirectory() {
        expect(
                () -> LinuxFile.open(folder, OpenFlag.RDWR),
                Errno.EISDIR,
                "open(" + folder + "): EISDIR (21, is a directory)");
    }

    @Test
    void openRefusesASymbolicLinkIfItMayNotFollow() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        expect(
                () -> LinuxFile.open(link, OpenFlag.RDONLY, OpenFlag.NOFOLLOW),
                Errno.ELOOP,
                "open(" + link + "): ELOOP (40, too many symbolic links)");
    }

    @Test
    void openHintsAtDirectIoWhereAFileSystemHasNone() {
        expect(
                () -> LinuxFile.open(Path.of("/proc/self/stat"), OpenFlag.RDONLY, OpenFlag.DIRECT),
                Errno.EINVAL,
                "open(/proc/self/stat): EINVAL (22, invalid argument); this file system may not support O_DIRECT");
    }

    @Test
    void openHintsAtModesWhereAccessIsDenied() throws IOException {
        Path secret = Files.createFile(folder.resolve("secret"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        ChildJvm.runUnprivileged(folder, OpensSecret.class, secret.toString());
    }

    static final class OpensSecret {

        public static void main(String[] arguments) {
            Path secret = Path.of(arguments[0]);
            expect(
                    () -> LinuxFile.open(secret, OpenFlag.RDONLY),
                    Errno.EACCES,
                    "open(" + secret + "): EACCES (13, permission denied);"
                            + " check owner and mode of the file and of the folders above it");
        }
    }

    @Test
    void writeNamesTheRangeThatFailed() throws IOException {
        Path path = Files.createFile(folder.resolve("file"));
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                AlignedBuffer buffer = AlignedBuffer.allocate(100)) {
            expect(
                    () -> file.write(buffer.address(), 100, 7),
                    Errno.EBADF,
                    "pwrite(" + path + ", off=7, len=100): EBADF (9, bad file descriptor)");
        }
    }

    @Test
    void readNamesTheRangeThatFailed() throws IOException {
        try (LinuxFile directory = LinuxFile.open(folder, OpenFlag.RDONLY);
                AlignedBuffer buffer = AlignedBuffer.allocate(100)) {
            expect(
                    () -> directory.read(buffer.address(), 100, 7),
                    Errno.EISDIR,
                    "pread(" + folder + ", off=7, len=100): EISDIR (21, is a directory)");
        }
    }

    @Test
    void callsBesideTransfersNameWhatTheyWereGiven() throws IOException {
        Path path = Files.createFile(folder.resolve("file"));
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            expect(
                    () -> file.truncate(10),
                    Errno.EINVAL,
                    "ftruncate(" + path + ", len=10): EINVAL (22, invalid argument)");
            expect(
                    () -> file.allocate(0, 5, 10),
                    Errno.EBADF,
                    "fallocate(" + path + ", off=5, len=10): EBADF (9, bad file descriptor)");
            expect(
                    () -> file.advise(5, 10, 77),
                    Errno.EINVAL,
                    "posix_fadvise(" + path + ", off=5, len=10): EINVAL (22, invalid argument)");
        }
    }

    @Test
    void syncNamesAFileThatCannot() throws IOException {
        try (LinuxFile file = LinuxFile.open(Path.of("/dev/null"), OpenFlag.RDONLY)) {
            expect(file::sync, Errno.EINVAL, "fsync(/dev/null): EINVAL (22, invalid argument)");
            expect(file::dataSync, Errno.EINVAL, "fdatasync(/dev/null): EINVAL (22, invalid argument)");
        }
    }

    @Test
    void adviceOnAPipeIsRefusedWithTheErrorThatLibcReturns() throws IOException {
        Path pipe = folder.resolve("pipe");
        Commands.run("mkfifo", pipe.toString());
        try (LinuxFile file = LinuxFile.open(pipe, OpenFlag.RDWR)) {
            expect(
                    () -> file.advise(0, 0, Advice.POSIX_FADV_RANDOM),
                    Errno.ESPIPE,
                    "posix_fadvise(" + pipe + ", off=0, len=0): ESPIPE (29, illegal seek)");
        }
    }

    @Test
    void writeBeyondTheLargestFileHintsAtTheLimit() throws IOException {
        Path path = Files.createFile(folder.resolve("file"));
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR);
                AlignedBuffer buffer = AlignedBuffer.allocate(4096)) {
            long offset = Long.MAX_VALUE - 4096;
            expect(
                    () -> file.write(buffer.address(), 4096, offset),
                    Errno.EFBIG,
                    "pwrite(" + path + ", off=" + offset + ", len=4096): EFBIG (27, file too large);"
                            + " beyond the largest file that this file system or `ulimit -f` allows");
        }
    }

    @Test
    void writeToAFullFileSystemNamesTheByteThatHadNoRoom() throws IOException {
        try (LoopMount ext4 = LoopMount.create(folder, "ext4", 16)) {
            Path path = ext4.folder().resolve("file");
            try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT);
                    AlignedBuffer buffer = AlignedBuffer.allocate(32 * MIB)) {
                NativeIoException failure = catchThrowableOfType(
                        NativeIoException.class, () -> file.write(buffer.address(), buffer.length(), 0));
                long written = file.status().size();
                assertThat(written).isBetween((long) MIB, 16L * MIB);
                assertThat(failure.errno()).isEqualTo(Errno.ENOSPC);
                assertThat(failure)
                        .hasMessage(
                                "pwrite(%s, off=%d, len=%d): ENOSPC (28, no space left on device);"
                                        + " free some space, or ask for a smaller file",
                                path, written, buffer.length() - written);
                expect(
                        () -> file.allocate(0, 0, 32 * MIB),
                        Errno.ENOSPC,
                        "fallocate(" + path + ", off=0, len=33554432): ENOSPC (28, no space left on device);"
                                + " free some space, or ask for a smaller file");
            }
        }
    }

    @Test
    void openForWritingOnAReadOnlyMountHintsAtTheMount() throws IOException {
        try (LoopMount ext4 = LoopMount.create(folder, "ext4", 16)) {
            Path path = Files.writeString(ext4.folder().resolve("file"), "abc");
            ext4.makeReadOnly();
            expect(
                    () -> LinuxFile.open(path, OpenFlag.RDWR),
                    Errno.EROFS,
                    "open(" + path + "): EROFS (30, read-only file system); the file system is mounted read-only");
            try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
                assertThat(file.status().size()).isEqualTo(3);
            }
        }
    }

    @Test
    void openForWritingOfAnImmutableFileIsRefusedEvenToRoot() throws IOException {
        Requirements.root();
        Requirements.program("chattr");
        try (LoopMount ext4 = LoopMount.create(folder, "ext4", 16)) {
            Path path = Files.createFile(ext4.folder().resolve("file"));
            Commands.run("chattr", "+i", path.toString());
            expect(
                    () -> LinuxFile.open(path, OpenFlag.RDWR),
                    Errno.EPERM,
                    "open(" + path + "): EPERM (1, operation not permitted); check owner and mode of the file"
                            + " and of the folders above it; O_NOATIME is for the owner alone");
        }
    }

    private static void expect(ThrowingCallable call, Errno errno, String message) {
        NativeIoException failure = catchThrowableOfType(NativeIoException.class, call);
        assertThat(failure).hasMessage(message);
        assertThat(failure.errno()).isEqualTo(errno);
        assertThat(failure.call()).isEqualTo(message.substring(0, message.indexOf('(')));
    }
}
