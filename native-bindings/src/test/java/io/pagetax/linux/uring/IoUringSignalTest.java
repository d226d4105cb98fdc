package io.pagetax.linux.uring;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.testing.ChildJvm;
import io.pagetax.linux.testing.Commands;
import io.pagetax.linux.testing.DiskTempFolder;
import io.pagetax.linux.testing.Requirements;
import io.pagetax.linux.testing.SuppressForbidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sun.misc.Signal;

/** A signal that meets the waiting thread ends its system call with EINTR, which is nobody's business. */
class IoUringSignalTest {

    private static final String WAITER = "ring-waiter";
    private static final int SIGNALS = 20;

    @TempDir(factory = DiskTempFolder.class)
    private Path folder;

    @Test
    void waitingGoesOnAfterASignal() {
        Rings.required();
        Requirements.program("mkfifo");
        Requirements.program("perl");
        Path pipe = folder.resolve("pipe");
        Commands.run("mkfifo", pipe.toString());
        ChildJvm.run(Map.of(), IsSignalled.class, pipe.toString());
    }

    /** Waits for a pipe in one thread, and sends signals to that thread from another. */
    static final class IsSignalled {

        private IsSignalled() {}

        @SuppressForbidden(reason = "the JDK has no other way to let a signal pass without ending the process")
        public static void main(String[] arguments) throws Exception {
            AtomicInteger handled = new AtomicInteger();
            Signal.handle(new Signal("WINCH"), signal -> handled.incrementAndGet());
            Path pipe = Path.of(arguments[0]);
            FutureTask<Long> read = new FutureTask<>(() -> readBlock(pipe));
            Thread waiter = new Thread(read, WAITER);
            waiter.start();
            String tid = threadId();
            for (int i = 0; i < SIGNALS; i++) {
                Commands.run(
                        "perl",
                        "-e",
                        "syscall(" + TGKILL + ", " + pid() + ", " + tid + ", " + WINCH + ") == 0 or die $!");
                Thread.sleep(10);
            }
            assertThat(read.isDone()).isFalse();
            Files.write(pipe, new byte[512]);
            assertThat(read.get()).isEqualTo(512);
            assertThat(handled.get()).as("signals that were delivered").isPositive();
        }

        /** __NR_tgkill of x86-64 and of the generic table. */
        private static final String TGKILL = System.getProperty("os.arch").equals("amd64") ? "234" : "131";

        private static final int WINCH = 28;

        private static long pid() {
            return ProcessHandle.current().pid();
        }

        private static long readBlock(Path pipe) throws IOException {
            try (LinuxFile file = LinuxFile.open(pipe, OpenFlag.RDWR);
                    TransferQueue queue = TransferQueue.open(file, 1, 512, 0)) {
                queue.read(0, 0);
                queue.submitAndWait(1);
                assertThat(queue.next()).isZero();
                return queue.result();
            }
        }

        /** The waiter's, once it is inside the call. */
        private static String threadId() throws Exception {
            for (int attempt = 0; attempt < 500; attempt++) {
                try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
                    List<Path> waiting = tasks.filter(IsSignalled::isWaiter).toList();
                    if (!waiting.isEmpty()) {
                        return waiting.get(0).getFileName().toString();
                    }
                }
                Thread.sleep(10);
            }
            throw new AssertionError("the waiter never waited");
        }

        private static boolean isWaiter(Path task) {
            try {
                return Files.readString(task.resolve("comm"), StandardCharsets.UTF_8)
                                .strip()
                                .equals(WAITER)
                        && Files.readString(task.resolve("syscall"), StandardCharsets.UTF_8)
                                .startsWith("426 ");
            } catch (IOException gone) {
                return false;
            }
        }
    }
}
