package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.DiskFolder;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.uring.IoUring;
import io.pagetax.linux.uring.TransferQueue;
import io.pagetax.testfile.DataFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever moves the bytes for a ring, they are counted. */
@ExtendWith(DiskFolder.class)
class RingAccountingTest {

    private static final int BLOCK = 4096;
    private static final int DEPTH = 16;
    private static final int SIZE = 64 * DEPTH * BLOCK;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private DataFile data;

    @BeforeEach
    void makeFile() throws IOException {
        assumeThat(IoUring.unavailabilityCause())
                .as("why io_uring cannot be had")
                .isEmpty();
        data = DataFile.create(folder, SIZE, () -> false);
    }

    @AfterEach
    void removeFile() throws IOException {
        data.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsTheBytesOfWritesDirectOrDirtied(boolean direct) throws IOException {
        OpenFlag flag = direct ? OpenFlag.DIRECT : OpenFlag.CLOEXEC;
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDWR, flag);
                TransferQueue queue = TransferQueue.open(file, DEPTH, BLOCK, 0);
                RingAccounting account = new RingAccounting(true)) {
            file.sync();
            account.refresh();
            long before = account.writeBytes();
            for (long offset = 0; offset < SIZE; offset += DEPTH * BLOCK) {
                for (int slot = 0; slot < DEPTH; slot++) {
                    queue.write(slot, offset + (long) slot * BLOCK);
                }
                awaitAll(queue);
            }
            account.refresh();
            assertThat(account.writeBytes() - before).isEqualTo(SIZE);
        }
    }

    @Test
    void countsTheBytesOfDirectReads() throws IOException {
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDONLY, OpenFlag.DIRECT);
                TransferQueue queue = TransferQueue.open(file, DEPTH, BLOCK, 0);
                RingAccounting account = new RingAccounting(true)) {
            account.refresh();
            long before = account.readBytes();
            for (int slot = 0; slot < DEPTH; slot++) {
                queue.read(slot, (long) slot * BLOCK);
            }
            awaitAll(queue);
            account.refresh();
            assertThat(account.readBytes() - before).isEqualTo(DEPTH * BLOCK);
        }
    }

    private static void awaitAll(TransferQueue queue) throws IOException {
        while (queue.outstanding() > 0) {
            queue.submitAndWait(queue.outstanding());
            for (int slot = queue.next(); slot != TransferQueue.NONE; slot = queue.next()) {
                assertThat(queue.result()).isEqualTo(BLOCK);
            }
        }
    }
}
