package io.pagetax.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.Descriptors;
import io.pagetax.DiskFolder;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.testfile.BlockPattern;
import io.pagetax.testfile.DataFile;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine owes its callers, whatever the path. */
@ExtendWith(DiskFolder.class)
class EngineContractTest {

    private static final int BS = 4096;
    private static final long SIZE = 4 << 20;
    private static final int LARGEST = 64 << 10;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private DataFile data;
    private BlockPattern pattern;

    static Stream<Arguments> pathsAndBlockSizes() {
        return Stream.of(AccessPath.values())
                .flatMap(path -> Stream.of(BS, 16_384, LARGEST).map(bs -> Arguments.of(path, bs)));
    }

    @BeforeEach
    void makeFile() throws IOException {
        data = DataFile.create(folder, SIZE, () -> false);
        pattern = BlockPattern.of(data.path());
    }

    @AfterEach
    void removeFile() throws IOException {
        data.close();
    }

    @ParameterizedTest
    @MethodSource("pathsAndBlockSizes")
    void readsWhatIsThereWhereverItIsAsked(AccessPath path, int bs) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        try (IoEngine engine = open(Rw.RANDREAD, path, bs)) {
            for (int i = 0; i < 200; i++) {
                long offset = random.nextLong(SIZE / bs) * bs;
                assertThat(engine.read(offset)).isEqualTo(bs);
                assertThat(pattern.matches(engine.block().bytes(), bs, offset))
                        .as("block at %d", offset)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AccessPath.class)
    void readsInOrderToTheLastBlock(AccessPath path) throws IOException {
        try (IoEngine engine = open(Rw.READ, path, BS)) {
            for (long offset = 0; offset < SIZE; offset += BS) {
                assertThat(engine.read(offset)).isEqualTo(BS);
                assertThat(pattern.matches(engine.block().bytes(), BS, offset)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = AccessPath.class, mode = Mode.EXCLUDE, names = "MMAP")
    void readsWhatIsLeftAtTheEndOfTheFileAndNothingBehindIt(AccessPath path) throws IOException {
        try (IoEngine engine = open(Rw.RANDREAD, path, LARGEST)) {
            assertThat(engine.read(SIZE - BS)).isEqualTo(BS);
            assertThat(pattern.matches(engine.block().bytes(), BS, SIZE - BS)).isTrue();
            assertThat(engine.read(SIZE)).isZero();
            assertThat(engine.read(SIZE + (1 << 20))).isZero();
        }
    }

    /** Checking the range of every copy would cost on the hot path, and the JVM checks it anyway. */
    @ParameterizedTest
    @EnumSource(value = AccessPath.class, names = "MMAP")
    void neverReadsBeyondItsMapping(AccessPath path) throws IOException {
        try (IoEngine engine = open(Rw.RANDREAD, path, LARGEST)) {
            assertThatThrownBy(() -> engine.read(SIZE - BS)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> engine.read(-BS)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(value = AccessPath.class, mode = Mode.EXCLUDE, names = "MMAP")
    void answersANegativeOffsetWithANegativeErrorNumber(AccessPath path) throws IOException {
        try (IoEngine engine = open(Rw.RANDREAD, path, BS)) {
            long result = engine.read(-BS);
            assertThat(result).isNegative();
            assertThat(Errno.ofResult(result)).isEqualTo(Errno.EINVAL);
        }
    }

    /** Some file systems read such blocks through the cache, silently. */
    @Test
    void answersAnUnalignedDirectReadWithTheBytesOrANegativeErrorNumber() throws IOException {
        try (IoEngine engine = open(Rw.RANDREAD, AccessPath.DIRECT, BS)) {
            assertThat(engine.read(1)).isIn((long) BS, (long) -Errno.EINVAL.number());
        }
    }

    @ParameterizedTest
    @EnumSource(AccessPath.class)
    void answersAWriteWithANegativeErrorNumberIfOpenedForReading(AccessPath path) throws IOException {
        try (IoEngine engine = open(Rw.RANDREAD, path, BS)) {
            assertThat(engine.write(0)).isNegative();
        }
        try (FileChannel channel = FileChannel.open(data.path())) {
            assertThat(pattern.matches(block(channel, 0, BS), BS, 0)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AccessPath.class,
            names = {"DIRECT", "BUFFERED"})
    void writesWhatOthersThenRead(AccessPath path) throws IOException {
        assertThat(path.writes()).isTrue();
        long[] offsets = {0, 7L * BS, SIZE - BS};
        try (IoEngine engine = open(Rw.RANDWRITE, path, BS);
                FileChannel channel = FileChannel.open(data.path())) {
            for (long offset : offsets) {
                pattern.fill(engine.block().bytes(), BS, offset, 5);
                assertThat(engine.write(offset)).isEqualTo(BS);
                ByteBuffer seen = block(channel, offset, BS);
                assertThat(pattern.matches(seen, BS, offset)).isTrue();
                assertThat(seen.getLong(16)).as("generation").isEqualTo(5);
            }
            ByteBuffer untouched = block(channel, BS, BS);
            assertThat(pattern.matches(untouched, BS, BS)).isTrue();
            assertThat(untouched.getLong(16)).as("generation").isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(AccessPath.class)
    void readsWhatOthersWroteBefore(AccessPath path) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BS).order(ByteOrder.nativeOrder());
        pattern.fill(block, BS, 3 * BS, 9);
        try (IoEngine engine = open(Rw.RANDREAD, path, BS);
                FileChannel channel = FileChannel.open(data.path(), StandardOpenOption.WRITE)) {
            engine.read(3 * BS);
            channel.write(block, 3 * BS);
            assertThat(engine.read(3 * BS)).isEqualTo(BS);
            assertThat(engine.block().bytes().getLong(16)).as("generation").isEqualTo(9);
        }
    }

    @ParameterizedTest
    @EnumSource(AccessPath.class)
    void readsOnAfterReleaseAndWarm(AccessPath path) throws IOException {
        try (IoEngine engine = open(Rw.RANDREAD, path, BS)) {
            engine.release(BS, 10 * BS);
            assertThat(engine.read(2 * BS)).isEqualTo(BS);
            engine.warm(512, SIZE - 512);
            assertThat(engine.read(BS)).isEqualTo(BS);
            assertThat(pattern.matches(engine.block().bytes(), BS, BS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(AccessPath.class)
    void holdsABlockThatBeginsOnAPage(AccessPath path) throws IOException {
        try (IoEngine engine = open(Rw.RANDREAD, path, BS)) {
            assertThat(engine.block().length()).isEqualTo(BS);
            assertThat(engine.block().address() % BS).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(AccessPath.class)
    void givesItsDescriptorBackOnClose(AccessPath path) throws IOException {
        open(Rw.RANDREAD, path, BS).close();
        assertThat(Descriptors.countOf(data.path())).isZero();
    }

    private IoEngine open(Rw rw, AccessPath path, int bs) throws IOException {
        Workload workload = new Workload(rw, path, CacheState.UNCACHED, bs, SIZE, 1, 42);
        Workload reading = new Workload(Rw.RANDREAD, path, CacheState.UNCACHED, bs, SIZE, 1, 42);
        assumeThat(Engines.unavailabilityCause(reading, data.path()))
                .as("why %s cannot be had here", path)
                .isEmpty();
        return Engines.open(workload, data.path());
    }

    private static ByteBuffer block(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        channel.read(block, offset);
        return block;
    }
}
