package io.pagetax.linux.uring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.testing.DiskTempFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ring on real files, whatever the kernel does with it. */
class IoUringTest {

    private static final int BLOCK = 4096;
    private static final int BLOCKS = 64;

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
        new Random(7).nextBytes(content);
        path = Files.write(folder.resolve("file"), content);
    }

    @Test
    void knowsAllOperationsThatItQueues() throws IOException {
        try (IoUring ring = IoUring.open(1)) {
            assertThat(ring.operations()).isEqualTo(EnumSet.allOf(Operation.class));
        }
        assertThat(IoUring.unavailabilityCause()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RingFlag.class,
            names = {"SQPOLL", "COOP_TASKRUN", "SINGLE_ISSUER"})
    void readsEveryBlockOnceWithEachFlag(RingFlag flag) throws IOException {
        try (IoUring ring = IoUring.open(8, flag)) {
            readAll(ring, false);
        }
    }

    @Test
    void readsEveryBlockOnceWithCompletionsDeferred() throws IOException {
        try (IoUring ring = IoUring.open(8, RingFlag.SINGLE_ISSUER, RingFlag.DEFER_TASKRUN)) {
            readAll(ring, false);
        }
    }

    @Test
    void readsThroughRegisteredBufferAndFile() throws IOException {
        try (IoUring ring = IoUring.open(8)) {
            readAll(ring, true);
        }
    }

    /** Eight entries and 64 blocks: the indices go round eight times. */
    private void readAll(IoUring ring, boolean registered) throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                AlignedBuffer buffer = AlignedBuffer.allocate(content.length)) {
            if (registered) {
                ring.registerFiles(file);
                ring.registerBuffers(buffer);
            }
            int next = 0;
            int taken = 0;
            while (taken < BLOCKS) {
                while (next < BLOCKS && queueBlock(ring, file, buffer, next, registered)) {
                    next++;
                }
                ring.submitAndWait(1);
                while (ring.next()) {
                    assertThat(ring.result()).isEqualTo(BLOCK);
                    taken++;
                }
            }
            assertThat(ring.outstanding()).isZero();
            byte[] bytes = new byte[content.length];
            buffer.bytes().get(0, bytes);
            assertThat(bytes).isEqualTo(content);
        }
    }

    private static boolean queueBlock(IoUring ring, LinuxFile file, AlignedBuffer buffer, int block, boolean fixed) {
        long offset = (long) block * BLOCK;
        return fixed
                ? ring.queueReadFixed(IoUring.registeredFile(0), buffer.address() + offset, BLOCK, offset, 0, 0, block)
                : ring.queueRead(file.fd(), buffer.address() + offset, BLOCK, offset, 0, block);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writesAndSyncs(boolean registered) throws IOException {
        try (IoUring ring = IoUring.open(4);
                LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR);
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            buffer.bytes().put(0, content, BLOCK, BLOCK);
            if (registered) {
                ring.registerBuffers(buffer);
                ring.queueWriteFixed(file.fd(), buffer.address(), BLOCK, 0, 0, 0, 1);
            } else {
                ring.queueWrite(file.fd(), buffer.address(), BLOCK, 0, 0, 1);
            }
            assertThat(Rings.resultOf(ring, 1)).isEqualTo(BLOCK);
            ring.queueFsync(file.fd(), false, 2);
            assertThat(Rings.resultOf(ring, 2)).isZero();
            ring.queueFsync(file.fd(), true, 3);
            assertThat(Rings.resultOf(ring, 3)).isZero();
            assertThat(Files.readAllBytes(path)).startsWith(Arrays.copyOfRange(content, BLOCK, 2 * BLOCK));
        }
    }

    @Test
    void refusesToQueueMoreThanThereIsRoomFor() throws IOException {
        try (IoUring ring = IoUring.open(3)) {
            assertThat(ring.entries()).isEqualTo(4);
            for (int i = 0; i < 4; i++) {
                assertThat(ring.queueNop(i)).isTrue();
            }
            assertThat(ring.queueNop(4)).isFalse();
            ring.submit();
            assertThat(ring.queueNop(4)).isTrue();
        }
    }

    @Test
    void losesNoCompletionWhenTheirRingOverflows() throws IOException {
        int operations = 1000;
        try (IoUring ring = IoUring.open(4, 8)) {
            for (int i = 0; i < operations; i++) {
                while (!ring.queueNop(i)) {
                    ring.submit();
                }
            }
            ring.submit();
            assertThat(ring.outstanding()).isEqualTo(operations);
            TreeMap<Long, Integer> seen = new TreeMap<>();
            while (ring.next()) {
                seen.merge(ring.userData(), 1, Integer::sum);
            }
            assertThat(seen).hasSize(operations).containsKeys(0L, operations - 1L);
            assertThat(seen.values()).allMatch(count -> count == 1);
            assertThat(ring.outstanding()).isZero();
        }
    }

    @Test
    void waitsForWhatThePollingThreadTakesAfterItHasSlept() throws Exception {
        try (IoUring ring = IoUring.open(4, RingFlag.SQPOLL)) {
            ring.queueNop(1);
            assertThat(Rings.resultOf(ring, 1)).isZero();
            // The thread goes to sleep after a second without work, unless told otherwise.
            Thread.sleep(1500);
            ring.queueNop(2);
            assertThat(Rings.resultOf(ring, 2)).isZero();
        }
    }

    @Test
    void aReadAtTheEndOfTheFileIsShort() throws IOException {
        try (IoUring ring = IoUring.open(1);
                LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            ring.queueRead(file.fd(), buffer.address(), BLOCK, content.length - 100, 0, 1);
            assertThat(Rings.resultOf(ring, 1)).isEqualTo(100);
            ring.queueRead(file.fd(), buffer.address(), BLOCK, content.length, 0, 2);
            assertThat(Rings.resultOf(ring, 2)).isZero();
        }
    }

    /** Devices with polling queues are rare; the others must say that they have none. */
    @Test
    void pollsWhereTheDeviceCan() throws IOException {
        try (IoUring ring = IoUring.open(1, RingFlag.IOPOLL);
                LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY, OpenFlag.DIRECT);
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            ring.queueRead(file.fd(), buffer.address(), BLOCK, 0, 0, 1);
            int result = Rings.resultOf(ring, 1);
            if (result == BLOCK) {
                byte[] bytes = new byte[BLOCK];
                buffer.bytes().get(0, bytes);
                assertThat(bytes).isEqualTo(Arrays.copyOf(content, BLOCK));
            } else {
                assertThat(result).isEqualTo(-Errno.EOPNOTSUPP.number());
            }
        }
    }

    @Test
    void operationsAllocateNothing() throws IOException {
        try (IoUring ring = IoUring.open(32);
                LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            int rounds = 2000;
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long least = Long.MAX_VALUE;
            // What is interpreted, or being compiled, may still allocate: what counts is where it ends up.
            for (int attempt = 0; attempt < 10; attempt++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                readRounds(ring, file, buffer, rounds);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).as("bytes in %d reads", 32 * rounds).isLessThan(rounds);
        }
    }

    private static void readRounds(IoUring ring, LinuxFile file, AlignedBuffer buffer, int rounds) throws IOException {
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            while (ring.queueRead(file.fd(), buffer.address(), 512, 0, 0, round)) {
                sum++;
            }
            ring.submitAndWait(ring.outstanding());
            while (ring.next()) {
                sum += ring.result();
            }
        }
        assertThat(sum).isEqualTo(513L * 32 * rounds);
    }

    @Test
    void leavesNoDescriptorAndNoMappingBehind() throws IOException {
        Footprint before = Footprint.now();
        for (int i = 0; i < 50; i++) {
            try (IoUring ring = IoUring.open(32)) {
                ring.queueNop(i);
                ring.submit();
                assertThat(Footprint.now().ringMappings())
                        .as("of the open ring")
                        .isPositive();
            }
        }
        Footprint after = Footprint.now();
        assertThat(after.descriptors()).isEqualTo(before.descriptors());
        assertThat(after.ringMappings()).isZero();
    }
}
