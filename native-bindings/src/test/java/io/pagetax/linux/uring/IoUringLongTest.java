package io.pagetax.linux.uring;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.testing.DiskTempFolder;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only shows in the long run. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class IoUringLongTest {

    private static final long READS = 100_000_000;
    private static final int DEPTH = 64;
    private static final int BLOCK = 512;
    private static final long MIB = 1 << 20;

    @TempDir(factory = DiskTempFolder.class)
    private Path folder;

    @BeforeAll
    static void takesMinutes() {
        Requirements.patience();
        Rings.required();
    }

    @Test
    void aHundredMillionReadsLeakNothing() throws IOException {
        Path path = Files.write(folder.resolve("file"), new byte[DEPTH * BLOCK]);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                TransferQueue queue = TransferQueue.open(file, DEPTH, BLOCK, 0)) {
            readRounds(queue, READS / 10);
            Footprint before = Footprint.now();
            readRounds(queue, READS);
            Footprint after = Footprint.now();
            assertThat(after.descriptors()).isEqualTo(before.descriptors());
            assertThat(after.ringMappings()).isEqualTo(before.ringMappings());
            // The JVM maps something now and then, such as a segment for compiled code.
            assertThat(after.mappings()).isLessThan(before.mappings() + 20);
            assertThat(after.residentBytes()).isLessThan(before.residentBytes() + 32 * MIB);
        }
    }

    private static void readRounds(TransferQueue queue, long reads) throws IOException {
        for (long done = 0; done < reads; done += DEPTH) {
            for (int slot = 0; slot < DEPTH; slot++) {
                queue.read(slot, (long) slot * BLOCK);
            }
            queue.submitAndWait(DEPTH);
            for (int i = 0; i < DEPTH; i++) {
                if (queue.next() == TransferQueue.NONE || queue.result() != BLOCK) {
                    throw new AssertionError("read " + (done + i) + ": " + queue.result());
                }
            }
        }
    }

    /** Head and tail are 32 bits, and run on: what compares them must survive that their sign changes. */
    @Test
    void indicesMayTurnNegative() throws IOException {
        long operations = (1L << 31) + (1L << 20);
        int batch = 16384;
        try (IoUring ring = IoUring.open(batch)) {
            long sum = 0;
            for (long queued = 0; queued < operations; queued += batch) {
                for (int i = 0; i < batch; i++) {
                    ring.queueNop(i);
                }
                ring.submitAndWait(batch);
                while (ring.next()) {
                    sum += ring.userData();
                }
            }
            assertThat(ring.outstanding()).isZero();
            assertThat(sum).isEqualTo(operations / batch * (batch * (batch - 1L) / 2));
        }
    }
}
