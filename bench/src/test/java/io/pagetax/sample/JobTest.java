package io.pagetax.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.Descriptors;
import io.pagetax.DiskFolder;
import io.pagetax.engine.Engines;
import io.pagetax.evidence.EvidenceDrain;
import io.pagetax.evidence.FileFacts;
import io.pagetax.evidence.Judge;
import io.pagetax.evidence.Quantity;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.evidence.Verdict;
import io.pagetax.latency.LatencyDrain;
import io.pagetax.latency.LatencySample;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.linux.pagecache.Residency;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(DiskFolder.class)
class JobTest {

    private static final int BS = 4096;
    private static final int BATCH = Workload.BATCH;
    private static final long BATCH_BYTES = (long) BATCH * BS;
    private static final int BATCHES_PER_PASS = 4;
    private static final long SIZE = BATCHES_PER_PASS * BATCH_BYTES;
    private static final long PAGES = SIZE / BS;
    private static final long SEED = 42;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private DataFile data;

    static Stream<Arguments> readsInEveryState() {
        return Stream.of(AccessPath.values())
                .flatMap(path -> Stream.of("uncached", "mixed:50", "cached").map(cache -> Arguments.of(path, cache)));
    }

    @BeforeEach
    void makeFile() throws IOException {
        EvidenceDrain.drain();
        LatencyDrain.drain();
        data = DataFile.create(folder, SIZE, () -> false);
        try (PageCache cache = PageCache.of(data.path())) {
            assumeThat(cache.residency(0, SIZE))
                    .as("pages that the kernel says are resident")
                    .isPresent();
            cache.flush();
            cache.evict(0, SIZE);
        }
        assumeThat(Path.of("/proc/thread-self/io")).matches(Files::isReadable, "kept by this kernel");
    }

    @AfterEach
    void removeFile() throws IOException {
        data.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = AccessPath.class,
            names = {"BUFFERED", "MMAP"})
    void fetchesAndLeavesThePagesItReadsThroughAnEmptyCache(AccessPath path) throws IOException {
        SampleEvidence evidence = sample(reads(path, "uncached", 1), 0, 1);
        assertThat(told(evidence))
                .containsExactly(1L, PAGES, 0L, 0L, (long) BATCH, (long) BATCH, BATCH_BYTES, BATCH_BYTES, 0L);
    }

    @ParameterizedTest
    @EnumSource(
            value = AccessPath.class,
            names = {"DIRECT", "DONTCACHE"})
    void fetchesEverythingAndLeavesNothingPastTheCache(AccessPath path) throws IOException {
        SampleEvidence evidence = sample(reads(path, "uncached", 1), 0, 1);
        assertThat(told(evidence)).containsExactly(1L, PAGES, 0L, 0L, 0L, (long) BATCH, BATCH_BYTES, BATCH_BYTES, 0L);
    }

    @ParameterizedTest
    @CsvSource({"BUFFERED, 0", "MMAP, 0", "DONTCACHE, 0", "DIRECT, 262144"})
    void fetchesNothingFromAFullCacheUnlessDirect(AccessPath path, long fetched) throws IOException {
        SampleEvidence evidence = sample(reads(path, "cached", 1), 0, 1);
        assertThat(told(evidence))
                .containsExactly(1L, PAGES, PAGES, PAGES, PAGES, (long) BATCH, BATCH_BYTES, fetched, 0L);
    }

    @Test
    void fetchesTheOtherHalfIfHalfIsCached() throws IOException {
        SampleEvidence evidence = sample(reads(AccessPath.BUFFERED, "mixed:50", 1), 0, BATCHES_PER_PASS);
        assertThat(told(evidence)).containsExactly(1L, PAGES, PAGES / 2, PAGES / 2, PAGES, PAGES, SIZE, SIZE / 2, 0L);
    }

    @ParameterizedTest
    @MethodSource("readsInEveryState")
    void standsUpToItsOwnJudgeOverSeveralPasses(AccessPath path, String cache) throws IOException {
        Workload workload = reads(path, cache, 1);
        SampleEvidence evidence = sample(workload, 0, 3 * BATCHES_PER_PASS);
        Verdict verdict = Judge.judge(workload, evidence, FileFacts.of(data.path(), SIZE));
        if (path == AccessPath.HYBRID_NOWAIT && !workload.cache().isCached()) {
            // The kernel reads what RWF_NOWAIT does not find, and then the block is read past the cache once more.
            assertThat(verdict.status()).isEqualTo(Verdict.Status.REFUTED);
            assertThat(verdict.reasons()).anyMatch(reason -> reason.startsWith("more bytes than asked for"));
        } else {
            assertThat(verdict.reasons()).isEmpty();
            assertThat(verdict.status()).isEqualTo(Verdict.Status.VERIFIED);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 64", "4, 1, 256", "5, 2, 64", "8, 2, 256", "9, 3, 64"})
    void beginsAPassWhenTheRegionIsUsedUp(int batches, long passes, long lastPassPages) throws IOException {
        SampleEvidence evidence = sample(reads(AccessPath.BUFFERED, "uncached", 1), 0, batches);
        assertThat(evidence.get(Quantity.PASSES)).isEqualTo(passes);
        assertThat(evidence.get(Quantity.LAST_PASS_PAGES)).isEqualTo(lastPassPages);
        assertThat(evidence.get(Quantity.RESIDENT_PAGES_BEFORE)).isZero();
        assertThat(evidence.get(Quantity.RESIDENT_PAGES_AFTER)).isEqualTo(lastPassPages);
        assertThat(evidence.get(Quantity.REQUESTED_BYTES)).isEqualTo(batches * BATCH_BYTES);
        assertThat(evidence.get(Quantity.DEVICE_READ_BYTES)).isEqualTo(batches * BATCH_BYTES);
    }

    @ParameterizedTest
    @CsvSource({"0, 128, 0", "1, 0, 128"})
    void touchesItsOwnHalfOfTwo(int index, long inFirstHalf, long inSecondHalf) throws IOException {
        SampleEvidence evidence = sample(reads(AccessPath.BUFFERED, "uncached", 2), index, BATCHES_PER_PASS / 2);
        assertThat(evidence.get(Quantity.FILE_PAGES)).isEqualTo(PAGES / 2);
        assertThat(evidence.get(Quantity.PASSES)).isEqualTo(1);
        try (PageCache cache = PageCache.of(data.path())) {
            assertThat(cache.residency(0, SIZE / 2).map(Residency::resident)).contains(inFirstHalf);
            assertThat(cache.residency(SIZE / 2, SIZE / 2).map(Residency::resident))
                    .contains(inSecondHalf);
        }
    }

    @Test
    void recordsEveryMeasuredOperationAndNoOther() throws IOException {
        try (Job job = new Job(reads(AccessPath.BUFFERED, "cached", 1), data.path(), 0, 2)) {
            job.startSample();
            job.runBatch(false);
            job.runBatch(true);
            job.beforeBatch();
            job.runBatch(true);
            job.endSample();
        }
        assertThat(LatencyDrain.drain())
                .singleElement()
                .extracting(LatencySample::operations)
                .isEqualTo(2L * BATCH);
        assertThat(EvidenceDrain.drain())
                .map(evidence -> evidence.get(Quantity.REQUESTED_BYTES))
                .contains(3 * BATCH_BYTES);
    }

    @Test
    void forgetsTheSampleBefore() throws IOException {
        try (Job job = new Job(reads(AccessPath.BUFFERED, "uncached", 1), data.path(), 0, 2)) {
            for (int sample = 1; sample <= 2; sample++) {
                job.startSample();
                job.runBatch(true);
                job.endSample();
                assertThat(LatencyDrain.drain())
                        .singleElement()
                        .extracting(LatencySample::operations)
                        .isEqualTo((long) BATCH);
                assertThat(EvidenceDrain.drain())
                        .map(evidence -> evidence.get(Quantity.DEVICE_READ_BYTES))
                        .contains(BATCH_BYTES);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AccessPath.class,
            names = {"DIRECT", "BUFFERED"})
    void writesItsHalfWithBlocksThatKnowTheirPlaceAndPass(AccessPath path) throws IOException {
        byte[] before = Files.readAllBytes(data.path());
        Workload workload = new Workload(Rw.RANDWRITE, path, CacheState.UNCACHED, BS, SIZE, 2, SEED);
        try (Job job = new Job(workload, data.path(), 1, 2)) {
            job.startSample();
            for (int batch = 0; batch < BATCHES_PER_PASS; batch++) {
                job.beforeBatch();
                job.runBatch(true);
            }
            job.endSample();
        }
        SampleEvidence evidence = EvidenceDrain.drain().orElseThrow();
        assertThat(evidence.get(Quantity.PASSES)).isEqualTo(2);
        assertThat(evidence.get(Quantity.DEVICE_WRITE_BYTES)).isEqualTo(SIZE);
        assertThat(Judge.judge(workload, evidence, FileFacts.of(data.path(), SIZE))
                        .reasons())
                .isEmpty();

        ByteBuffer after = ByteBuffer.wrap(Files.readAllBytes(data.path())).order(ByteOrder.nativeOrder());
        assertThat(after.slice(0, (int) SIZE / 2)).isEqualTo(ByteBuffer.wrap(before, 0, (int) SIZE / 2));
        BlockPattern pattern = BlockPattern.of(data.path());
        for (int at = (int) SIZE / 2; at < SIZE; at += BS) {
            ByteBuffer block = after.slice(at, BS).order(ByteOrder.nativeOrder());
            assertThat(pattern.matches(block, BS, at)).as("block at %d", at).isTrue();
            assertThat(block.getLong(16)).as("generation").isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AccessPath.class,
            names = {"DIRECT", "BUFFERED"})
    void failsIfAReadIsShort(AccessPath path) throws IOException {
        try (Job job = new Job(reads(path, "uncached", 1), data.path(), 0, 2)) {
            job.startSample();
            cut(data.path());
            assertThatThrownBy(() -> job.runBatch(true))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("pread")
                    .hasMessageContaining(data.path().toString())
                    .hasMessageContaining("len=4096")
                    .hasMessageContaining("short, 0 bytes");
        }
    }

    @Test
    void givesItsDescriptorsBackOnClose() throws IOException {
        for (AccessPath path : AccessPath.values()) {
            new Job(reads(path, "uncached", 1), data.path(), 0, 1).close();
        }
        assertThat(Descriptors.countOf(data.path())).isZero();
    }

    private SampleEvidence sample(Workload workload, int index, int batches) throws IOException {
        assumeThat(Engines.unavailabilityCause(workload, data.path()))
                .as("why %s cannot be had here", workload.path())
                .isEmpty();
        try (PageCache cache = PageCache.of(data.path())) {
            cache.evict(0, SIZE);
        }
        try (Job job = new Job(workload, data.path(), index, 2)) {
            job.startSample();
            for (int batch = 0; batch < batches; batch++) {
                job.beforeBatch();
                job.runBatch(true);
            }
            job.endSample();
        }
        return EvidenceDrain.drain().orElseThrow();
    }

    /** The numbers that do not depend on how long anything takes. */
    private static List<Long> told(SampleEvidence evidence) {
        return Stream.of(
                        Quantity.PASSES,
                        Quantity.FILE_PAGES,
                        Quantity.EXPECTED_PAGES_BEFORE,
                        Quantity.RESIDENT_PAGES_BEFORE,
                        Quantity.RESIDENT_PAGES_AFTER,
                        Quantity.LAST_PASS_PAGES,
                        Quantity.REQUESTED_BYTES,
                        Quantity.DEVICE_READ_BYTES,
                        Quantity.DEVICE_WRITE_BYTES)
                .map(quantity -> Objects.requireNonNull(evidence.get(quantity)))
                .toList();
    }

    private static Workload reads(AccessPath path, String cache, int jobs) {
        return new Workload(Rw.RANDREAD, path, CacheState.parse(cache), BS, SIZE, jobs, SEED);
    }

    private static void cut(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }
}
