package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for calls that are made by the million. */
class SyscallsHotPathTest {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int CALLS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void callsAllocateNothing() throws IOException {
        Path path = Files.write(folder.resolve("file"), new byte[4096]);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR);
                AlignedBuffer buffer = AlignedBuffer.allocate(4096)) {
            transfer(file.fd(), buffer.address());
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            threads.getCurrentThreadAllocatedBytes();
            long before = threads.getCurrentThreadAllocatedBytes();
            transfer(file.fd(), buffer.address());
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(allocated).as("bytes in %d calls", 3 * CALLS).isLessThan(CALLS);
        }
    }

    private static void transfer(int fd, long address) {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += SYSCALLS.pread(fd, address, 512, 0);
            sum += SYSCALLS.pwrite(fd, address, 512, 0);
            sum += SYSCALLS.pread(fd, address, 512, 4096);
        }
        assertThat(sum).isEqualTo(2L * 512 * CALLS);
    }

    @Test
    void eachThreadSeesItsOwnError() throws Exception {
        try (LinuxFile file = LinuxFile.open(Path.of("/dev/null"), OpenFlag.RDONLY)) {
            int fd = file.fd();
            Callable<Long> badDescriptor = () -> failures(() -> SYSCALLS.close(-1), Errno.EBADF);
            Callable<Long> invalid = () -> failures(() -> SYSCALLS.fsync(fd), Errno.EINVAL);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<Long>> counts = threads.invokeAll(List.of(badDescriptor, invalid));
                assertThat(counts.get(0).get()).isEqualTo(CALLS);
                assertThat(counts.get(1).get()).isEqualTo(CALLS);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static long failures(Callable<Long> call, Errno expected) throws Exception {
        long count = 0;
        for (int i = 0; i < CALLS; i++) {
            count += call.call() == -expected.number() ? 1 : 0;
        }
        return count;
    }
}
