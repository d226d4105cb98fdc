package io.pagetax.linux.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.system.Pressure.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PressureTest {

    private static final long WAITED = Duration.ofMillis(100).toNanos();
    private static final long LIMIT = Duration.ofSeconds(30).toNanos();

    @TempDir
    private Path folder;

    @Test
    void totalsAreMicroseconds() throws IOException {
        Files.writeString(folder.resolve("io"), """
                some avg10=0.24 avg60=0.06 avg300=0.01 total=812184261
                full avg10=0.24 avg60=0.06 avg300=0.01 total=676766989
                """);
        assertThat(Pressure.of(folder, Resource.IO)).hasValue(new Pressure(812_184_261_000L, 676_766_989_000L));
    }

    @Test
    void processorsOfOlderKernelsHaveNoFullLine() throws IOException {
        Files.writeString(folder.resolve("cpu"), "some avg10=9.59 avg60=2.20 avg300=0.48 total=279\n");
        Pressure pressure = Pressure.of(folder, Resource.CPU).orElseThrow();
        assertThat(pressure).isEqualTo(new Pressure(279_000, null));
        assertThat(pressure.minus(new Pressure(79_000, null))).isEqualTo(new Pressure(200_000, null));
    }

    @Test
    void differenceIsTakenFieldByField() {
        assertThat(new Pressure(50, 40L).minus(new Pressure(5, 4L))).isEqualTo(new Pressure(45, 36L));
    }

    @ParameterizedTest
    @EnumSource(Resource.class)
    void kernelThatDoesNotKeepThemHasNone(Resource resource) {
        assertThat(Pressure.of(folder.resolve("absent"), resource)).isEmpty();
    }

    @Test
    void moreBusyThreadsThanProcessorsWaitForThem() throws InterruptedException {
        assumeTrue(
                Pressure.of(Resource.CPU).isPresent(),
                "needs pressure stall information: kernel built or booted without");
        Pressure before = Pressure.of(Resource.CPU).orElseThrow();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i <= 2 * Runtime.getRuntime().availableProcessors(); i++) {
            threads.add(new Thread(PressureTest::spin));
        }
        threads.forEach(Thread::start);
        try {
            long start = System.nanoTime();
            Pressure waited;
            do {
                Thread.sleep(10);
                waited = Pressure.of(Resource.CPU).orElseThrow().minus(before);
            } while (waited.someNanos() < WAITED && System.nanoTime() - start < LIMIT);
            assertThat(waited.someNanos()).isBetween(WAITED, System.nanoTime() - start + LIMIT);
        } finally {
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void spin() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
