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
import io.pagetax.workload.Ioengine;
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

    /** Each path with each engine that carries it. */
    static Stream<Arguments> ways() {
        return Stream.of(AccessPath.values())
                .flatMap(path -> Ioengine.of(path).stream().map(engine -> Arguments.of(path, engine)));
    }

    static Stream<Arguments> waysByCall() {
        return ways().filter(way -> way.get()[0] != AccessPath.MMAP);
    }

    static Stream<Arguments> waysByMapping() {
        return ways().filter(way -> way.get()[0] == AccessPath.MMAP);
    }

    static Stream<Arguments> waysToWrite() {
        return ways().filter(way -> ((AccessPath) way.get()[0]).writes());
    }

    static Stream<Arguments> waysAndBlockSizes() {
        return ways().flatMap(
                        way -> Stream.of(BS, 16_384, LARGEST).map(bs -> Arguments.of(way.get()[0], way.get()[1], bs)));
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
    @MethodSource("waysAndBlockSizes")
    void readsWhatIsThereWhereverItIsAsked(AccessPath path, Ioengine engine, int bs) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        try (IoEngine opened = open(Rw.RANDREAD, path, engine, bs)) {
            for (int i = 0; i < 200; i++) {
                long offset = random.nextLong(SIZE / bs) * bs;
                assertThat(opened.read(offset)).isEqualTo(bs);
                assertThat(pattern.matches(opened.block().bytes(), bs, offset))
                        .as("block at %d", offset)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void readsInOrderToTheLastBlock(AccessPath path, Ioengine engine) throws IOException {
        try (IoEngine opened = open(Rw.READ, path, engine, BS)) {
            for (long offset = 0; offset < SIZE; offset += BS) {
                assertThat(opened.read(offset)).isEqualTo(BS);
                assertThat(pattern.matches(opened.block().bytes(), BS, offset)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waysByCall")
    void readsWhatIsLeftAtTheEndOfTheFileAndNothingBehindIt(AccessPath path, Ioengine engine) throws IOException {
        try (IoEngine opened = open(Rw.RANDREAD, path, engine, LARGEST)) {
            assertThat(opened.read(SIZE - BS)).isEqualTo(BS);
            assertThat(pattern.matches(opened.block().bytes(), BS, SIZE - BS)).isTrue();
            assertThat(opened.read(SIZE)).isZero();
            assertThat(opened.read(SIZE + (1 << 20))).isZero();
        }
    }

    /** Checking the range of every copy would cost on the hot path, and the JVM checks it anyway. */
    @ParameterizedTest
    @MethodSource("waysByMapping")
    void neverReadsBeyondItsMapping(AccessPath path, Ioengine engine) throws IOException {
        try (IoEngine opened = open(Rw.RANDREAD, path, engine, LARGEST)) {
            assertThatThrownBy(() -> opened.read(SIZE - BS)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> opened.read(-BS)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("waysByCall")
    void answersANegativeOffsetWithANegativeErrorNumber(AccessPath path, Ioengine engine) throws IOException {
        try (IoEngine opened = open(Rw.RANDREAD, path, engine, BS)) {
            long result = opened.read(-BS);
            assertThat(result).isNegative();
            assertThat(Errno.ofResult(result)).isEqualTo(Errno.EINVAL);
        }
    }

    /** Some file systems read such blocks through the cache, silently. */
    @Test
    void answersAnUnalignedDirectReadWithTheBytesOrANegativeErrorNumber() throws IOException {
        try (IoEngine opened = open(Rw.RANDREAD, AccessPath.DIRECT, Ioengine.PSYNC, BS)) {
            assertThat(opened.read(1)).isIn((long) BS, (long) -Errno.EINVAL.number());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void answersAWriteWithANegativeErrorNumberIfOpenedForReading(AccessPath path, Ioengine engine) throws IOException {
        try (IoEngine opened = open(Rw.RANDREAD, path, engine, BS)) {
            assertThat(opened.write(0)).isNegative();
        }
        try (FileChannel channel = FileChannel.open(data.path())) {
            assertThat(pattern.matches(block(channel, 0, BS), BS, 0)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("waysToWrite")
    void writesWhatOthersThenRead(AccessPath path, Ioengine engine) throws IOException {
        assertThat(path.writes()).isTrue();
        long[] offsets = {0, 7L * BS, SIZE - BS};
        try (IoEngine opened = open(Rw.RANDWRITE, path, engine, BS);
                FileChannel channel = FileChannel.open(data.path())) {
            for (long offset : offsets) {
                pattern.fill(opened.block().bytes(), BS, offset, 5);
                assertThat(opened.write(offset)).isEqualTo(BS);
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
    @MethodSource("ways")
    void readsWhatOthersWroteBefore(AccessPath path, Ioengine engine) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BS).order(ByteOrder.nativeOrder());
        pattern.fill(block, BS, 3 * BS, 9);
        try (IoEngine opened = open(Rw.RANDREAD, path, engine, BS);
                FileChannel channel = FileChannel.open(data.path(), StandardOpenOption.WRITE)) {
            opened.read(3 * BS);
            channel.write(block, 3 * BS);
            assertThat(opened.read(3 * BS)).isEqualTo(BS);
            assertThat(opened.block().bytes().getLong(16)).as("generation").isEqualTo(9);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void readsOnAfterReleaseAndWarm(AccessPath path, Ioengine engine) throws IOException {
        try (IoEngine opened = open(Rw.RANDREAD, path, engine, BS)) {
            opened.release(BS, 10 * BS);
            assertThat(opened.read(2 * BS)).isEqualTo(BS);
            opened.warm(512, SIZE - 512);
            assertThat(opened.read(BS)).isEqualTo(BS);
            assertThat(pattern.matches(opened.block().bytes(), BS, BS)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void holdsABlockThatBeginsOnAPage(AccessPath path, Ioengine engine) throws IOException {
        try (IoEngine opened = open(Rw.RANDREAD, path, engine, BS)) {
            assertThat(opened.block().length()).isEqualTo(BS);
            assertThat(opened.block().address() % BS).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void givesItsDescriptorBackOnClose(AccessPath path, Ioengine engine) throws IOException {
        open(Rw.RANDREAD, path, engine, BS).close();
        assertThat(Descriptors.countOf(data.path())).isZero();
    }

    private IoEngine open(Rw rw, AccessPath path, Ioengine engine, int bs) throws IOException {
        Workload workload = new Workload(rw, path, CacheState.UNCACHED, bs, SIZE, 1, 42).by(engine, 1);
        Workload reading = new Workload(Rw.RANDREAD, path, CacheState.UNCACHED, bs, SIZE, 1, 42).by(engine, 1);
        assumeThat(Engines.unavailabilityCause(reading, data.path()))
                .as("why %s by %s cannot be had here", path, engine)
                .isEmpty();
        return engine.queues()
                ? new OneAtATime(Engines.openQueue(workload, data.path()))
                : Engines.open(workload, data.path());
    }

    private static ByteBuffer block(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        channel.read(block, offset);
        return block;
    }
}
