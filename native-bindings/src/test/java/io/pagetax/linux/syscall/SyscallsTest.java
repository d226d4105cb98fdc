package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.testing.Commands;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each call on files once with success and once with the kernel's refusal. */
class SyscallsTest {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int READ_ONLY = 0;
    private static final int READ_WRITE = 2;
    private static final int CREATE_NEW = 0x40 | 0x80;
    private static final int UNKNOWN_FLAG = 1 << 30;
    private static final int UNKNOWN_ADVICE = 77;
    private static final int NO_DESCRIPTOR = -1;
    private static final String CONTENT = "0123456789";

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4096).order(ByteOrder.nativeOrder());
    private final long address = NativeMemory.addressOf(buffer);

    /** Memory whose address went to the kernel must not be collected before the call is over. */
    private final List<ByteBuffer> inUse = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path path;
    private int fd;

    @BeforeEach
    void openFile() throws IOException {
        path = folder.resolve("file");
        Files.writeString(path, CONTENT);
        fd = open(path, READ_WRITE);
    }

    @AfterEach
    void closeFile() {
        assertThat(SYSCALLS.close(fd)).isZero();
    }

    @Test
    void openReturnsADescriptorOrTheError() {
        assertThat(fd).isPositive();
        assertThat(tryOpen(folder.resolve("absent"), READ_ONLY)).isEqualTo(-Errno.ENOENT.number());
    }

    @Test
    void openGivesANewFileTheModeAskedFor() throws IOException {
        Path created = folder.resolve("created");
        ByteBuffer name = NativeMemory.cString(created.toString());
        long descriptor = SYSCALLS.open(addressOf(name), READ_WRITE | CREATE_NEW, 0640);
        assertThat(descriptor).isPositive();
        assertThat(SYSCALLS.close((int) descriptor)).isZero();
        int umask = Integer.parseInt(Commands.run("sh", "-c", "umask"), 8);
        assertThat((int) Files.getAttribute(created, "unix:mode") & 0777).isEqualTo(0640 & ~umask);
    }

    @Test
    void closeEndsADescriptorOnce() {
        int other = open(path, READ_ONLY);
        assertThat(SYSCALLS.close(other)).isZero();
        assertThat(SYSCALLS.close(NO_DESCRIPTOR)).isEqualTo(-Errno.EBADF.number());
    }

    @Test
    void preadReturnsBytesReadOrTheError() {
        assertThat(SYSCALLS.pread(fd, address, 4, 3)).isEqualTo(4);
        assertThat(text(4)).isEqualTo("3456");
        assertThat(SYSCALLS.pread(fd, address, 100, 3)).isEqualTo(7);
        assertThat(SYSCALLS.pread(fd, address, 4, CONTENT.length())).isZero();
        assertThat(SYSCALLS.pread(fd, address, 4, -1)).isEqualTo(-Errno.EINVAL.number());
        assertThat(SYSCALLS.pread(fd, 1, 4, 0)).isEqualTo(-Errno.EFAULT.number());
    }

    @Test
    void pwriteReturnsBytesWrittenOrTheError() throws IOException {
        putText("ab");
        assertThat(SYSCALLS.pwrite(fd, address, 2, 9)).isEqualTo(2);
        assertThat(path).hasContent("012345678ab");
        int readOnly = open(path, READ_ONLY);
        assertThat(SYSCALLS.pwrite(readOnly, address, 2, 0)).isEqualTo(-Errno.EBADF.number());
        assertThat(SYSCALLS.close(readOnly)).isZero();
    }

    @Test
    void preadv2FillsItsPartsInTurnOrReturnsTheError() {
        ByteBuffer vector = vector(address + 100, 2, address + 200, 3);
        long iov = addressOf(vector);
        assertThat(SYSCALLS.preadv2(fd, iov, 2, 4, 0)).isEqualTo(5);
        assertThat(buffer.get(100)).isEqualTo((byte) '4');
        assertThat(buffer.get(202)).isEqualTo((byte) '8');
        assertThat(SYSCALLS.preadv2(fd, iov, 2, 4, UNKNOWN_FLAG)).isEqualTo(-Errno.EOPNOTSUPP.number());
    }

    @Test
    void pwritev2WritesItsPartsInTurnOrReturnsTheError() {
        putText("xyz");
        ByteBuffer vector = vector(address + 2, 1, address, 2);
        long iov = addressOf(vector);
        assertThat(SYSCALLS.pwritev2(fd, iov, 2, 1, 0)).isEqualTo(3);
        assertThat(path).hasContent("0zxy456789");
        assertThat(SYSCALLS.pwritev2(fd, iov, 2, 1, UNKNOWN_FLAG)).isEqualTo(-Errno.EOPNOTSUPP.number());
    }

    @Test
    void positionsBeyondFourGibibytesArePassedWhole() {
        long far = (5L << 32) + 1;
        putText("ab");
        ByteBuffer vector = vector(address, 2, address, 0);
        long iov = addressOf(vector);
        assertThat(SYSCALLS.pwritev2(fd, iov, 2, far, 0)).isEqualTo(2);
        assertThat(path).hasSize(far + 2);
        putText("..");
        assertThat(SYSCALLS.preadv2(fd, iov, 2, far, 0)).isEqualTo(2);
        assertThat(text(2)).isEqualTo("ab");
        putText("..");
        assertThat(SYSCALLS.pread(fd, address, 2, far)).isEqualTo(2);
        assertThat(text(2)).isEqualTo("ab");
    }

    @Test
    void fadviseReturnsTheErrorThatLibcReturnsAndNotErrno() {
        assertThat(SYSCALLS.posixFadvise(fd, 0, 0, Advice.POSIX_FADV_RANDOM)).isZero();
        assertThat(SYSCALLS.posixFadvise(NO_DESCRIPTOR, 0, 0, Advice.POSIX_FADV_RANDOM))
                .isEqualTo(-Errno.EBADF.number());
        assertThat(SYSCALLS.posixFadvise(fd, 0, 0, UNKNOWN_ADVICE)).isEqualTo(-Errno.EINVAL.number());
        Path pipe = folder.resolve("pipe");
        Commands.run("mkfifo", pipe.toString());
        int pipeFd = open(pipe, READ_WRITE);
        assertThat(SYSCALLS.close(NO_DESCRIPTOR)).as("sets errno").isEqualTo(-Errno.EBADF.number());
        assertThat(SYSCALLS.posixFadvise(pipeFd, 0, 0, Advice.POSIX_FADV_RANDOM))
                .isEqualTo(-Errno.ESPIPE.number());
        assertThat(SYSCALLS.close(pipeFd)).isZero();
    }

    @Test
    void fallocateReservesOrReturnsTheError() {
        assertThat(SYSCALLS.fallocate(fd, 0, 0, 8192)).isZero();
        assertThat(path).hasSize(8192);
        assertThat(SYSCALLS.fallocate(fd, 0, 0, 0)).isEqualTo(-Errno.EINVAL.number());
    }

    @Test
    void syncsReturnZeroOrTheError() {
        assertThat(SYSCALLS.fsync(fd)).isZero();
        assertThat(SYSCALLS.fdatasync(fd)).isZero();
        assertThat(SYSCALLS.syncfs(fd)).isZero();
        assertThat(SYSCALLS.fsync(NO_DESCRIPTOR)).isEqualTo(-Errno.EBADF.number());
        int device = open(Path.of("/dev/null"), READ_ONLY);
        assertThat(SYSCALLS.fdatasync(device)).isEqualTo(-Errno.EINVAL.number());
        assertThat(SYSCALLS.close(device)).isZero();
    }

    @Test
    void ftruncateSetsTheSizeOrReturnsTheError() {
        assertThat(SYSCALLS.ftruncate(fd, 1L << 33)).isZero();
        assertThat(path).hasSize(1L << 33);
        assertThat(SYSCALLS.ftruncate(fd, -1)).isEqualTo(-Errno.EINVAL.number());
    }

    @Test
    void statxFillsItsStructureOrReturnsTheError() {
        ByteBuffer name = NativeMemory.cString(path.toString());
        long nameAddress = addressOf(name);
        int mask = StatxLayout.STATX_BASIC_STATS;
        assertThat(SYSCALLS.statx(StatxLayout.AT_FDCWD, nameAddress, 0, mask, address))
                .isZero();
        assertThat(buffer.getLong(StatxLayout.SIZE_OFFSET)).isEqualTo(CONTENT.length());
        assertThat(SYSCALLS.statx(StatxLayout.AT_FDCWD, nameAddress, 0, mask, 1))
                .isEqualTo(-Errno.EFAULT.number());
        ByteBuffer empty = NativeMemory.cString("");
        assertThat(SYSCALLS.statx(fd, addressOf(empty), 0, mask, address)).isEqualTo(-Errno.ENOENT.number());
    }

    @Test
    void successAfterAFailureReturnsItsResultThoughErrnoIsStillSet() {
        assertThat(SYSCALLS.close(NO_DESCRIPTOR)).isEqualTo(-Errno.EBADF.number());
        assertThat(SYSCALLS.pread(fd, address, 4, CONTENT.length())).isZero();
        assertThat(SYSCALLS.pread(fd, address, 4, 0)).isEqualTo(4);
        assertThat(SYSCALLS.fsync(fd)).isZero();
        assertThat(SYSCALLS.posixFadvise(fd, 0, 0, Advice.POSIX_FADV_NORMAL)).isZero();
    }

    private long tryOpen(Path file, int flags) {
        ByteBuffer name = NativeMemory.cString(file.toString());
        return SYSCALLS.open(addressOf(name), flags, 0);
    }

    private int open(Path file, int flags) {
        long result = tryOpen(file, flags);
        assertThat(result).as(file.toString()).isPositive();
        return (int) result;
    }

    private long addressOf(ByteBuffer memory) {
        inUse.add(memory);
        return NativeMemory.addressOf(memory);
    }

    private static ByteBuffer vector(long firstAddress, long firstLength, long secondAddress, long secondLength) {
        return ByteBuffer.allocateDirect(32)
                .order(ByteOrder.nativeOrder())
                .putLong(firstAddress)
                .putLong(firstLength)
                .putLong(secondAddress)
                .putLong(secondLength);
    }

    private void putText(String text) {
        buffer.put(0, text.getBytes(StandardCharsets.US_ASCII));
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        buffer.get(0, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
