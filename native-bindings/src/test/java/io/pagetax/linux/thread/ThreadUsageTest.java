package io.pagetax.linux.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.NativeMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadUsageTest {

    private static final long MILLISECOND = 1_000_000;
    private static final long BUSY = 100 * MILLISECOND;

    @TempDir
    private Path folder;

    @Test
    void processorTimeIsThatWhichTheJvmReports() throws NativeIoException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        ThreadUsage before = ThreadUsage.current();
        long start = threads.getCurrentThreadCpuTime();
        while (threads.getCurrentThreadCpuTime() - start < BUSY) {
            Thread.onSpinWait();
        }
        ThreadUsage used = ThreadUsage.current().minus(before);
        assertThat(used.userNanos() + used.systemNanos()).isBetween(BUSY - 10 * MILLISECOND, 2 * BUSY);
    }

    @Test
    void faultsAreCounted() throws IOException {
        int pages = 200;
        int length = pages * NativeMemory.pageSize();
        Path path = Files.write(folder.resolve("file"), new byte[length]);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, length)) {
            ByteBuffer target = ByteBuffer.allocate(1);
            ThreadUsage before = ThreadUsage.current();
            for (int i = 0; i < pages; i++) {
                mapping.copy((long) i * NativeMemory.pageSize(), target, 1);
            }
            ThreadUsage used = ThreadUsage.current().minus(before);
            // Fault-around maps up to 16 pages at once.
            assertThat(used.minorFaults() + used.majorFaults()).isGreaterThanOrEqualTo(pages / 16);
        }
    }

    @Test
    void waitingIsAVoluntarySwitch() throws NativeIoException {
        int waits = 20;
        ThreadUsage before = ThreadUsage.current();
        for (int i = 0; i < waits; i++) {
            LockSupport.parkNanos(MILLISECOND);
        }
        assertThat(ThreadUsage.current().minus(before).voluntarySwitches()).isGreaterThanOrEqualTo(waits);
    }

    @Test
    void differenceIsTakenFieldByField() {
        ThreadUsage later = new ThreadUsage(60, 50, 40, 30, 20, 10);
        ThreadUsage earlier = new ThreadUsage(6, 5, 4, 3, 2, 1);
        assertThat(later.minus(earlier)).isEqualTo(new ThreadUsage(54, 45, 36, 27, 18, 9));
    }
}
