package io.pagetax.linux.uring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.RwFlags;
import io.pagetax.linux.testing.ChildJvm;
import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.DiskTempFolder;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole blocks, whatever the kernel makes of them. */
class TransferQueueTest {

    private static final int BLOCK = 4096;
    private static final int BLOCKS = 300;

    @TempDir(factory = DiskTempFolder.class)
    private Path folder;

    private final byte[] content = new byte[BLOCKS * BLOCK];
    private Path path = Path.of("");

    @BeforeAll
    static void needsIoUring() {
        Rings.required();
    }

    @BeforeEach
    void makeFile() throws IOException {
        new Random(11).nextBytes(content);
        path = Files.write(folder.resolve("file"), content);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "7, false", "32, false", "1, true", "7, true", "32, true"})
    void readsEachBlockIntoItsOwnSlot(int depth, boolean direct) throws IOException {
        OpenFlag[] more = direct ? new OpenFlag[] {OpenFlag.DIRECT} : new OpenFlag[0];
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY, more);
                TransferQueue queue = TransferQueue.open(file, depth, BLOCK, 0)) {
            readAll(queue);
        }
    }

    private void readAll(TransferQueue queue) throws IOException {
        int[] blockOf = new int[queue.depth()];
        int next = 0;
        for (int slot = 0; slot < queue.depth(); slot++) {
            blockOf[slot] = next;
            queue.read(slot, (long) next++ * BLOCK);
        }
        int taken = 0;
        while (taken < BLOCKS) {
            queue.submitAndWait(1);
            for (int slot = queue.next(); slot != TransferQueue.NONE; slot = queue.next()) {
                taken++;
                assertThat(queue.result()).isEqualTo(BLOCK);
                assertThat(block(queue, slot)).isEqualTo(expected(blockOf[slot]));
                if (next < BLOCKS) {
                    blockOf[slot] = next;
                    queue.read(slot, (long) next++ * BLOCK);
                }
            }
        }
        assertThat(queue.outstanding()).isZero();
    }

    private byte[] expected(int block) {
        return Arrays.copyOfRange(content, block * BLOCK, (block + 1) * BLOCK);
    }

    private static byte[] block(TransferQueue queue, int slot) {
        byte[] bytes = new byte[BLOCK];
        queue.blocks().bytes().get(queue.blockOffset(slot), bytes);
        return bytes;
    }

    @Test
    void writesBlocks() throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.DIRECT);
                TransferQueue queue = TransferQueue.open(file, 2, BLOCK, 0)) {
            for (int slot = 0; slot < 2; slot++) {
                queue.blocks().bytes().put(queue.blockOffset(slot), expected(10 + slot));
                queue.write(slot, (long) slot * BLOCK);
            }
            queue.submitAndWait(2);
            assertThat(new int[] {queue.next(), queue.next()}).containsExactlyInAnyOrder(0, 1);
            assertThat(queue.next()).isEqualTo(TransferQueue.NONE);
        }
        assertThat(Files.readAllBytes(path))
                .startsWith(Arrays.copyOfRange(content, 10 * BLOCK, 12 * BLOCK))
                .hasSize(content.length);
    }

    @Test
    void blocksBeginOnPagesWhateverTheirSize() throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                TransferQueue queue = TransferQueue.open(file, 3, 512, 0)) {
            assertThat(queue.blockOffset(2)).isEqualTo(2 * BLOCK);
            queue.read(2, 512);
            queue.submitAndWait(1);
            assertThat(queue.next()).isEqualTo(2);
            assertThat(queue.result()).isEqualTo(512);
        }
    }

    @Test
    void theEndOfTheFileEndsATransfer() throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                TransferQueue queue = TransferQueue.open(file, 1, BLOCK, 0)) {
            assertThat(read(queue, content.length - 100)).isEqualTo(100);
            assertThat(read(queue, content.length)).isZero();
        }
    }

    private static long read(TransferQueue queue, long offset) throws IOException {
        queue.read(0, offset);
        int slot;
        do {
            queue.submitAndWait(1);
            slot = queue.next();
        } while (slot == TransferQueue.NONE);
        assertThat(slot).isZero();
        return queue.result();
    }

    /** A pipe gives what it has: 4096 bytes come in four parts. */
    @Test
    void partsAreReadOnToTheWhole() throws Exception {
        Path pipe = fifo();
        try (LinuxFile file = LinuxFile.open(pipe, OpenFlag.RDWR);
                TransferQueue queue = TransferQueue.open(file, 1, BLOCK, 0);
                OutputStream writer = Files.newOutputStream(pipe)) {
            queue.read(0, 0);
            queue.submitAndWait(0);
            for (int part = 0; part < 4; part++) {
                assertThat(queue.next()).isEqualTo(TransferQueue.NONE);
                writer.write(content, part * BLOCK / 4, BLOCK / 4);
                writer.flush();
                queue.submitAndWait(1);
            }
            assertThat(queue.next()).isZero();
            assertThat(queue.result()).isEqualTo(BLOCK);
            assertThat(block(queue, 0)).isEqualTo(expected(0));
        }
    }

    private Path fifo() {
        Requirements.program("mkfifo");
        Path pipe = folder.resolve("pipe");
        Commands.run("mkfifo", pipe.toString());
        return pipe;
    }

    @Test
    void failuresComeBackAsNegativeErrorNumbers() throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY, OpenFlag.DIRECT);
                TransferQueue queue = TransferQueue.open(file, 1, BLOCK, 0)) {
            assertThat(read(queue, 100)).isEqualTo(-Errno.EINVAL.number());
            queue.write(0, 0);
            queue.submitAndWait(1);
            assertThat(queue.next()).isZero();
            assertThat(queue.result()).isEqualTo(-Errno.EBADF.number());
        }
    }

    @Test
    void whoAsksNotToWaitIsToldSo() throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR)) {
            file.sync();
            file.advise(0, 0, Advice.POSIX_FADV_DONTNEED);
            try (TransferQueue queue = TransferQueue.open(file, 1, BLOCK, RwFlags.NOWAIT)) {
                assertThat(read(queue, 0)).isEqualTo(-Errno.EAGAIN.number());
            }
        }
    }

    @Test
    void aBusySlotIsRefused() throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                TransferQueue queue = TransferQueue.open(file, 1, BLOCK, 0)) {
            queue.read(0, 0);
            assertThatIllegalStateException()
                    .isThrownBy(() -> queue.read(0, BLOCK))
                    .withMessage("slot 0 is busy");
        }
    }

    @Test
    void sizesThatCannotBeAreRefused() throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TransferQueue.open(file, 0, BLOCK, 0))
                    .withMessage("depth=0 blockSize=4096: at least 1 each, and together at most 1073741824");
            assertThatIllegalArgumentException().isThrownBy(() -> TransferQueue.open(file, 1025, 1 << 20, 0));
        }
    }

    @Test
    void closingWaitsForReadsInFlight() throws IOException {
        for (int round = 0; round < 50; round++) {
            try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY, OpenFlag.DIRECT);
                    TransferQueue queue = TransferQueue.open(file, 32, BLOCK, 0)) {
                for (int slot = 0; slot < 32; slot++) {
                    queue.read(slot, (long) slot * BLOCK);
                }
                queue.submitAndWait(0);
            }
        }
        assertThat(Footprint.now().ringMappings()).isZero();
    }

    /** A read of a pipe that nobody writes to would never end by itself. */
    @Test
    void closingCancelsWhatWouldNeverEnd() throws Exception {
        Path pipe = fifo();
        try (LinuxFile file = LinuxFile.open(pipe, OpenFlag.RDWR)) {
            TransferQueue queue = TransferQueue.open(file, 4, BLOCK, 0);
            queue.read(0, 0);
            queue.read(1, 0);
            queue.submitAndWait(0);
            queue.read(2, 0);
            long start = System.nanoTime();
            queue.close();
            assertThat(System.nanoTime() - start).as("ns").isLessThan(5_000_000_000L);
        }
    }

    @Test
    void lockedMemoryThatTheUserMayNotHaveIsNamed() throws IOException {
        Requirements.program("prlimit");
        ChildJvm.runUnprivileged(folder, RegistersTooMuch.class, path.toString());
    }

    /** Registers more than any usual limit of locked memory. */
    static final class RegistersTooMuch {

        private RegistersTooMuch() {}

        public static void main(String[] arguments) throws IOException {
            String pid = Long.toString(ProcessHandle.current().pid());
            Commands.run("prlimit", "--pid", pid, "--memlock=65536:65536");
            try (LinuxFile file = LinuxFile.open(Path.of(arguments[0]), OpenFlag.RDONLY)) {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> TransferQueue.open(file, 64, 1 << 20, 0))
                        .withMessage("io_uring_register(buffers): ENOMEM (12, out of memory); raise `ulimit -l`");
            }
        }
    }
}
