package io.pagetax.linux.uring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.testing.DiskTempFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel, or the ring itself, refuses. */
class IoUringErrorTest {

    private static final int BLOCK = 4096;

    @TempDir(factory = DiskTempFolder.class)
    private Path folder;

    private Path path = Path.of("");

    @BeforeAll
    static void needsIoUring() {
        Rings.required();
    }

    @BeforeEach
    void makeFile() throws IOException {
        path = Files.write(folder.resolve("file"), new byte[BLOCK]);
    }

    @Test
    void failuresOfOperationsComeBackAsResults() throws IOException {
        try (IoUring ring = IoUring.open(4);
                LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY, OpenFlag.DIRECT);
                AlignedBuffer buffer = AlignedBuffer.allocate(2 * BLOCK)) {
            ring.queueRead(9999, buffer.address(), BLOCK, 0, 0, 1);
            assertThat(Rings.resultOf(ring, 1)).isEqualTo(-Errno.EBADF.number());
            ring.queueRead(file.fd(), buffer.address(), BLOCK, 100, 0, 2);
            assertThat(Rings.resultOf(ring, 2)).isEqualTo(-Errno.EINVAL.number());
            ring.queueWrite(file.fd(), buffer.address(), BLOCK, 0, 0, 3);
            assertThat(Rings.resultOf(ring, 3)).isEqualTo(-Errno.EBADF.number());
            ring.queueRead(IoUring.registeredFile(0), buffer.address(), BLOCK, 0, 0, 4);
            assertThat(Rings.resultOf(ring, 4)).isEqualTo(-Errno.EBADF.number());
            ring.queueReadFixed(file.fd(), buffer.address(), BLOCK, 0, 0, 0, 5);
            assertThat(Rings.resultOf(ring, 5)).isEqualTo(-Errno.EFAULT.number());
        }
    }

    @Test
    void refusesToWaitForWhatWasNeverQueued() throws IOException {
        try (IoUring ring = IoUring.open(4)) {
            ring.queueNop(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ring.submitAndWait(2))
                    .withMessage("would wait for ever: minComplete=2 outstanding=1");
        }
    }

    @Test
    void refusesUseAfterClose() throws IOException {
        IoUring ring = IoUring.open(4);
        ring.close();
        ring.close();
        assertThatIllegalStateException().isThrownBy(() -> ring.queueNop(1)).withMessage("closed: io_uring");
        assertThatIllegalStateException().isThrownBy(ring::submit);
        assertThatIllegalStateException().isThrownBy(ring::next);
        assertThatIllegalStateException().isThrownBy(ring::operations);
    }

    @Test
    void aRegisteredRingIsItsThreadsAlone() throws Exception {
        try (IoUring ring = IoUring.open(1)) {
            ring.registerRing();
            ring.queueNop(1);
            assertThat(Rings.resultOf(ring, 1)).isZero();
            assertThat(thrownByAnotherThread(ring))
                    .hasMessage("io_uring_enter(io_uring): EINVAL (22, invalid argument)");
        }
    }

    private static Throwable thrownByAnotherThread(IoUring ring) throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread other = new Thread(() -> thrown[0] = catchThrowable(() -> {
            ring.queueNop(1);
            ring.submit();
        }));
        other.start();
        other.join();
        return thrown[0];
    }

    @Test
    void anotherThreadsRingIsRefused() throws Exception {
        try (IoUring ring = IoUring.open(1, RingFlag.SINGLE_ISSUER)) {
            assertThat(thrownByAnotherThread(ring))
                    .hasMessage("io_uring_enter(io_uring): EEXIST (17, file exists); only the thread that made this"
                            + " ring may use it");
        }
    }

    @Test
    void setupsThatTheKernelRefusesSayWhy() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> IoUring.open(0))
                .withMessage("io_uring_setup(0 entries []): EINVAL (22, invalid argument)");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> IoUring.open(IoUring.MAX_ENTRIES + 1))
                .withMessage("io_uring_setup(32769 entries []): EINVAL (22, invalid argument)");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> IoUring.open(1, RingFlag.DEFER_TASKRUN))
                .withMessage("io_uring_setup(1 entries [DEFER_TASKRUN]): EINVAL (22, invalid argument)");
    }

    @Test
    void registeringTwiceIsRefused() throws IOException {
        try (IoUring ring = IoUring.open(1);
                LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            ring.registerBuffers(buffer);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> ring.registerBuffers(buffer))
                    .withMessage("io_uring_register(buffers): EBUSY (16, device or resource busy)");
            ring.registerFiles(file);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> ring.registerFiles(file))
                    .withMessage("io_uring_register(files [" + file + "]): EBUSY (16, device or resource busy)");
        }
    }
}
