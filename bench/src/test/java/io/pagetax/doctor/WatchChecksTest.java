package io.pagetax.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.device.BlockStatistics;
import io.pagetax.linux.device.StorageLayer;
import io.pagetax.linux.device.StorageStack;
import io.pagetax.linux.system.CpuTime;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchChecksTest {

    private static final long SECOND = 1_000_000_000;
    private static final StorageStack STACK = new StorageStack(new StorageLayer.Disk("sda"));

    @TempDir
    Path folder;

    private static Watch watch(long busyMillis, long stolenMillis, long ownMillis, long diskBytes, long ownBytes) {
        long busy = busyMillis * 1_000_000;
        long stolen = stolenMillis * 1_000_000;
        CpuTime spent = new CpuTime(busy, 0, 0, 2 * SECOND - busy - stolen, 0, 0, 0, stolen);
        BlockStatistics disk = new BlockStatistics(
                new BlockStatistics.Requests(1, 0, diskBytes / 2, 0),
                new BlockStatistics.Requests(1, 0, diskBytes / 2, 0),
                null,
                null,
                0,
                0,
                0);
        return new Watch(
                SECOND, spent, "make (process 7)", Map.of("sda", disk), new Watch.Own(ownMillis * 1_000_000, ownBytes));
    }

    @ParameterizedTest
    @CsvSource({"40, 0, OK", "1000, 990, OK", "200, 0, WARN", "900, 100, BAD"})
    void neighboursAreOthersThanThisProcess(long busyMillis, long ownMillis, Level level) {
        Finding finding = new NeighboursCheck(watch(busyMillis, 0, ownMillis, 0, 0)).look();
        assertThat(finding.level()).isEqualTo(level);
        assertThat(finding.found()).contains("make (process 7)");
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "10, OK", "40, WARN", "400, BAD"})
    void stolenTimeIsThatOfOtherMachines(long stolenMillis, Level level) {
        assertThat(new StealCheck(watch(100, stolenMillis, 0, 0, 0)).look().level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, OK", "100000000, 100000000, OK", "4000000, 0, WARN", "200000000, 1000, BAD"})
    void trafficIsOthersThanThisProcess(long diskBytes, long ownBytes, Level level) {
        Watch watch = watch(0, 0, 0, diskBytes, ownBytes);
        assertThat(new TrafficCheck("t", STACK, watch).look().level()).isEqualTo(level);
    }

    @Test
    void trafficOfNoDiskIsNone() {
        StorageStack memory = new StorageStack(new StorageLayer.Memory());
        assertThat(new TrafficCheck("t", memory, watch(0, 0, 0, 1 << 30, 0))
                        .look()
                        .level())
                .isEqualTo(Level.OK);
    }

    /** What this process does itself must not be taken for others', on processors or on the disk. */
    @Test
    void ownWorkIsCountedAsOwn() throws Exception {
        StorageStack stack = StorageStack.of(folder);
        AtomicBoolean ended = new AtomicBoolean();
        Thread writer = new Thread(() -> write(folder.resolve("busy"), ended));
        writer.start();
        Watch watch;
        try {
            watch = Watch.during(Duration.ofMillis(500), Set.copyOf(stack.bottomDevices()));
        } finally {
            ended.set(true);
            writer.join();
        }
        assertThat(watch.nanos()).isBetween(500_000_000L, 30 * SECOND);
        assertThat(watch.own().cpuNanos()).isPositive();
        assertThat(watch.own().ioBytes()).isPositive();
        assertThat(watch.disks().keySet()).containsExactlyInAnyOrderElementsOf(stack.bottomDevices());
        assertThat(watch.spent().totalNanos()).isPositive();
    }

    private static void write(Path file, AtomicBoolean ended) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (!ended.get()) {
                channel.write(ByteBuffer.allocate(1 << 20), 0);
                channel.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
