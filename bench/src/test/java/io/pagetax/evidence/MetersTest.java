package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.DiskFolder;
import io.pagetax.linux.device.StorageStack;
import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.testfile.DataFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each number is of something that is made to happen. */
@ExtendWith(DiskFolder.class)
class MetersTest {

    private static final int SIZE = 4 << 20;
    private static final long MILLI = 1_000_000;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private DataFile data;

    @BeforeEach
    void makeColdFile() throws IOException {
        data = DataFile.create(folder, SIZE, () -> false);
        try (PageCache cache = PageCache.of(data.path())) {
            cache.flush();
            cache.evict(0, SIZE);
        }
    }

    @AfterEach
    void removeFile() throws IOException {
        data.close();
    }

    private static SampleEvidence during(Meter meter, Event event) throws Exception {
        meter.reset();
        meter.begin();
        event.run();
        meter.end();
        SampleEvidence.Builder evidence = new SampleEvidence.Builder();
        meter.report(evidence);
        return evidence.build();
    }

    private static SampleEvidence during(ProcessMeter meter, Event event) throws Exception {
        meter.start();
        event.run();
        SampleEvidence.Builder evidence = new SampleEvidence.Builder();
        meter.stop(evidence);
        return evidence.build();
    }

    @Test
    void faultsThatWaitForIoAreMajorAndOthersMinor() throws Exception {
        UsageMeter meter = new UsageMeter(() -> false);
        ByteBuffer block = ByteBuffer.allocateDirect(SIZE);
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDONLY);
                FileMapping first = FileMapping.readOnly(file, SIZE);
                FileMapping second = FileMapping.readOnly(file, SIZE)) {
            assertThat(during(meter, () -> first.copy(0, block, SIZE)).get(Quantity.MAJOR_FAULTS))
                    .isPositive();
            SampleEvidence warm = during(meter, () -> second.copy(0, block.clear(), SIZE));
            assertThat(warm.get(Quantity.MAJOR_FAULTS)).isZero();
            assertThat(warm.get(Quantity.MINOR_FAULTS)).isPositive();
        }
    }

    @Test
    void computingIsUserTimeAndSleepingIsASwitch() throws Exception {
        UsageMeter meter = new UsageMeter(() -> false);
        SampleEvidence busy = during(meter, () -> {
            long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
            while (System.nanoTime() < end) {}
        });
        assertThat(used(busy)).isBetween(20 * MILLI, busy.require(Quantity.PASS_NANOS) + MILLI);
        SampleEvidence asleep = during(meter, () -> Thread.sleep(100));
        assertThat(used(asleep)).isLessThan(50 * MILLI);
        assertThat(asleep.get(Quantity.VOLUNTARY_SWITCHES)).isPositive();
    }

    private static long used(SampleEvidence evidence) {
        return evidence.require(Quantity.USER_NANOS) + evidence.require(Quantity.SYSTEM_NANOS);
    }

    @Test
    void processorTimeIsNotToldIfWorkersHelped() throws Exception {
        SampleEvidence evidence = during(new UsageMeter(() -> true), () -> {});
        assertThat(evidence.values())
                .doesNotContainKeys(Quantity.USER_NANOS, Quantity.SYSTEM_NANOS)
                .containsKey(Quantity.MINOR_FAULTS);
    }

    @Test
    void memoryThatTheThreadTakesIsCounted() throws Exception {
        byte[][] taken = new byte[1][];
        SampleEvidence evidence = during(new UsageMeter(() -> false), () -> taken[0] = new byte[1 << 20]);
        assertThat(evidence.get(Quantity.ALLOCATED_BYTES)).isBetween(1L << 20, (1L << 20) + 10_000);
        assertThat(taken[0]).hasSize(1 << 20);
    }

    /** More threads that compute than there are processors: some have to wait. */
    @Test
    void aThreadThatHasToQueueForAProcessorIsSeen() throws Exception {
        Thread[] rivals = Stream.generate(() -> new Thread(MetersTest::computeForAWhile))
                .limit(4L * Runtime.getRuntime().availableProcessors())
                .toArray(Thread[]::new);
        try (RunQueueMeter meter = new RunQueueMeter()) {
            SampleEvidence evidence = during(meter, () -> {
                Stream.of(rivals).forEach(Thread::start);
                computeForAWhile();
            });
            assumeThat(evidence.values()).as("kept by this kernel").isNotEmpty();
            assertThat(evidence.get(Quantity.RUN_QUEUE_NANOS)).isGreaterThan(20 * MILLI);
        }
        for (Thread rival : rivals) {
            rival.join();
        }
    }

    private static void computeForAWhile() {
        long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
        while (System.nanoTime() < end) {}
    }

    @Test
    void whatThisProcessReadsIsOnTheDiskAndItsOwn() throws Exception {
        StorageStack stack = StorageStack.of(data.path());
        assumeThat(stack.bottomDevices()).as("disks below %s", stack).isNotEmpty();
        DeviceMeter meter = new DeviceMeter(stack.bottomDevices());
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDONLY, OpenFlag.DIRECT);
                AlignedBuffer buffer = AlignedBuffer.allocate(SIZE)) {
            SampleEvidence evidence = during(meter, () -> file.read(buffer.address(), SIZE, 0));
            assertThat(evidence.get(Quantity.OWN_READ_BYTES)).isGreaterThanOrEqualTo(SIZE);
            assertThat(evidence.get(Quantity.DISK_READ_BYTES)).isGreaterThanOrEqualTo(SIZE);
            assertThat(evidence.get(Quantity.FOREIGN_READ_BYTES))
                    .isEqualTo(Math.max(
                            0, evidence.require(Quantity.DISK_READ_BYTES) - evidence.require(Quantity.OWN_READ_BYTES)));
        }
    }

    @Test
    void pagesThatAreDirtiedAreCounted() throws Exception {
        MemoryMeter meter = new MemoryMeter();
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDWR);
                AlignedBuffer buffer = AlignedBuffer.allocate(SIZE)) {
            SampleEvidence evidence = during(meter, () -> file.write(buffer.address(), SIZE, 0));
            assertThat(evidence.get(Quantity.DIRTIED_PAGES)).isGreaterThanOrEqualTo(SIZE / 4096);
            assertThat(Objects.requireNonNull(evidence.get(Quantity.AVAILABLE_MEMORY_BYTES)))
                    .isPositive();
        }
    }

    /** Something to be counted. */
    private interface Event {
        void run() throws Exception;
    }
}
