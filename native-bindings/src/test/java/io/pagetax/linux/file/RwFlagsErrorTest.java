package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.RwFlags;
import io.pagetax.linux.syscall.Syscalls;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refusals of per-call flags, and what the user is told of them. */
class RwFlagsErrorTest {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int PAGE = NativeMemory.pageSize();

    private final ByteBuffer part = ByteBuffer.allocateDirect(2 * Long.BYTES).order(ByteOrder.nativeOrder());

    @TempDir
    private Path folder;

    @Test
    void readThatMustNotWaitIsRefusedWhatIsNotInTheCache() throws IOException {
        Requirements.disk(folder);
        Path path = Files.write(folder.resolve("file"), new byte[PAGE]);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                AlignedBuffer buffer = AlignedBuffer.allocate(PAGE)) {
            file.sync();
            file.advise(0, 0, Advice.POSIX_FADV_DONTNEED);
            long iov = vector(buffer);
            assertRefused(
                    "preadv2",
                    file,
                    SYSCALLS.preadv2(file.fd(), iov, 1, 0, RwFlags.NOWAIT),
                    "EAGAIN (11, resource temporarily unavailable); with RWF_NOWAIT: the data was not in the page"
                            + " cache, or was locked");
            file.read(buffer.address(), PAGE, 0);
            assertThat(SYSCALLS.preadv2(file.fd(), iov, 1, 0, RwFlags.NOWAIT)).isEqualTo(PAGE);
        }
    }

    @Test
    void flagThatAFileSystemDoesNotKnowIsNamedAsTheCause() throws IOException {
        Path shared = Path.of("/dev/shm");
        Requirements.fileSystem(shared, "tmpfs");
        try (LinuxFile file = LinuxFile.open(shared, OpenFlag.RDWR, OpenFlag.TMPFILE);
                AlignedBuffer buffer = AlignedBuffer.allocate(PAGE)) {
            assertRefused(
                    "pwritev2",
                    file,
                    SYSCALLS.pwritev2(file.fd(), vector(buffer), 1, 0, RwFlags.DONTCACHE),
                    "EOPNOTSUPP (95, operation not supported); the kernel or this file system does not know the RWF_"
                            + " flag");
        }
    }

    /** Kernels from 6.11 on know the flag, and want O_DIRECT for it; older ones do not know it. */
    @Test
    void writeThatMustNotBeTornIsRefusedThroughTheCache() throws IOException {
        try (LinuxFile file = LinuxFile.open(folder.resolve("file"), OpenFlag.RDWR, OpenFlag.CREAT);
                AlignedBuffer buffer = AlignedBuffer.allocate(PAGE)) {
            assertRefused(
                    "pwritev2",
                    file,
                    SYSCALLS.pwritev2(file.fd(), vector(buffer), 1, 0, RwFlags.ATOMIC),
                    "EOPNOTSUPP (95, operation not supported); the kernel or this file system does not know the RWF_"
                            + " flag");
        }
    }

    private static void assertRefused(String call, LinuxFile file, long result, String error) {
        assertThat(result).isNegative();
        assertThat(new NativeIoException(call, file.path(), 0, PAGE, result))
                .hasMessage("%s(%s, off=0, len=%d): %s", call, file.path(), PAGE, error);
    }

    /** The address of a vector that names all of a buffer. */
    private long vector(AlignedBuffer buffer) {
        part.putLong(0, buffer.address()).putLong(Long.BYTES, buffer.length());
        return NativeMemory.addressOf(part);
    }
}
