package io.pagetax.linux.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pagetax.linux.device.BlockStatistics.Flushes;
import io.pagetax.linux.device.BlockStatistics.Requests;
import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.testing.DiskTempFolder;
import io.pagetax.linux.testing.LoopDevice;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockStatisticsTest {

    private static final long MILLISECOND = 1_000_000;

    @TempDir(factory = DiskTempFolder.class)
    private Path folder;

    @Test
    void fieldsAreThoseOfTheLine() {
        assertThat(BlockStatistics.parse("   1  2  3  4  5  6  7  8  9  10  11  12  13  14  15  16  17\n"))
                .isEqualTo(new BlockStatistics(
                        new Requests(1, 2, 3 * 512, 4 * MILLISECOND),
                        new Requests(5, 6, 7 * 512, 8 * MILLISECOND),
                        new Requests(12, 13, 14 * 512, 15 * MILLISECOND),
                        new Flushes(16, 17 * MILLISECOND),
                        9,
                        10 * MILLISECOND,
                        11 * MILLISECOND));
    }

    @Test
    void olderKernelsTellNothingOfDiscardsAndFlushes() {
        BlockStatistics first = BlockStatistics.parse("1 2 3 4 5 6 7 8 9 10 11");
        assertThat(first.discards()).isNull();
        assertThat(first.flushes()).isNull();
        BlockStatistics second = BlockStatistics.parse("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15");
        assertThat(second.discards()).isEqualTo(new Requests(12, 13, 14 * 512, 15 * MILLISECOND));
        assertThat(second.flushes()).isNull();
        assertThat(second.minus(first).discards()).isNull();
        assertThat(second.plus(second).flushes()).isNull();
    }

    @Test
    void differenceIsTakenFieldByFieldButForWhatIsInFlight() {
        BlockStatistics later = BlockStatistics.parse("10 20 30 40 50 60 70 80 90 100 110 120 130 140 150 160 170");
        BlockStatistics earlier = BlockStatistics.parse("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17");
        assertThat(later.minus(earlier))
                .isEqualTo(BlockStatistics.parse("9 18 27 36 45 54 63 72 90 90 99 108 117 126 135 144 153"));
    }

    @Test
    void sumIsTakenFieldByField() {
        BlockStatistics one = BlockStatistics.parse("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17");
        assertThat(one.plus(one)).isEqualTo(BlockStatistics.parse("2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 32 34"));
    }

    /** Milliseconds are printed in 32 bits. */
    @Test
    void timesMayBeginAgain() {
        BlockStatistics earlier = BlockStatistics.parse("0 0 0 4294967290 0 0 0 0 0 4294967295 4294967200");
        BlockStatistics later = BlockStatistics.parse("0 0 0 4 0 0 0 0 0 0 100");
        BlockStatistics between = later.minus(earlier);
        assertThat(between.reads().nanos()).isEqualTo(10 * MILLISECOND);
        assertThat(between.ioTicksNanos()).isEqualTo(MILLISECOND);
        assertThat(between.timeInQueueNanos()).isEqualTo(196 * MILLISECOND);
        assertThat(between.writes().nanos()).isZero();
    }

    @Test
    void transfersOfADeviceAreCounted() throws IOException {
        Path image = LoopDevice.sparseFile(folder.resolve("image"), 8);
        try (LoopDevice loop = LoopDevice.attach(image);
                LinuxFile file = LinuxFile.open(loop.path(), OpenFlag.RDWR, OpenFlag.DIRECT);
                AlignedBuffer block = AlignedBuffer.allocate(8192)) {
            BlockStatistics before = BlockStatistics.read(loop.name());
            for (int i = 0; i < 10; i++) {
                file.write(block.address(), block.length(), i * 8192L);
            }
            file.sync();
            for (int i = 0; i < 5; i++) {
                file.read(block.address(), block.length(), i * 8192L);
            }
            BlockStatistics moved = BlockStatistics.read(loop.name()).minus(before);
            assertThat(moved.flushes()).isNotNull();
            assertThat(moved.flushes().completed()).isPositive();
            assertThat(moved.writes().completed())
                    .isEqualTo(10 + moved.flushes().completed());
            assertThat(moved.writes().bytes()).isEqualTo(10 * 8192);
            // The system may look at a new device by itself.
            assertThat(moved.reads().completed()).isBetween(5L, 50L);
            assertThat(moved.reads().bytes()).isGreaterThanOrEqualTo(5 * 8192);
            assertThat(moved.inFlight()).isZero();
            assertThat(moved.timeInQueueNanos()).isBetween(0L, 60_000 * MILLISECOND);
        }
    }

    @Test
    void deviceThatIsNotThereIsRefused() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> BlockStatistics.read("pagetax0"));
    }
}
