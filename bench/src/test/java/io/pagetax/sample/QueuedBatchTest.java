package io.pagetax.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.Descriptors;
import io.pagetax.DiskFolder;
import io.pagetax.evidence.EvidenceDrain;
import io.pagetax.evidence.FileFacts;
import io.pagetax.evidence.Judge;
import io.pagetax.evidence.Quantity;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.latency.LatencyDrain;
import io.pagetax.latency.LatencySample;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.pagecache.PageCache;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that keeps several operations in flight, over a queue whose every step is known. */
@ExtendWith(DiskFolder.class)
class QueuedBatchTest {

    private static final int BS = 4096;
    private static final int BATCH = Workload.BATCH;
    private static final int BATCHES_PER_PASS = 4;
    private static final int BLOCKS = BATCHES_PER_PASS * BATCH;

    /** Blocks that fill no batch, and stay untouched as they do with one operation at a time. */
    private static final int REST = 7;

    private static final long SIZE = (BLOCKS + REST) * (long) BS;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private DataFile data;

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
    @ValueSource(ints = {1, 2, 32, 63, 64, 65, 1000})
    void issuesEveryBlockOfAPassOnceAndKeepsTheQueueFull(int depth) throws IOException {
        Workload workload = workload(Rw.RANDREAD, "uncached");
        ScrambledQueue queue = new ScrambledQueue(workload, data.path(), depth);
        try (Job job = job(workload, queue)) {
            run(job, BATCHES_PER_PASS);
        }
        assertThat(queue.offsets)
                .hasSize(BLOCKS)
                .doesNotHaveDuplicates()
                .allMatch(offset -> offset % BS == 0 && offset >= 0 && offset < SIZE);
        assertThat(queue.deepest).isEqualTo(Math.min(depth, BLOCKS));
        assertThat(queue.atSubmissions).isGreaterThanOrEqualTo(queue.submissions);
    }

    @Test
    void keepsTheQueueFullBetweenBatches() throws IOException {
        Workload workload = workload(Rw.READ, "uncached");
        ScrambledQueue queue = new ScrambledQueue(workload, data.path(), 32);
        try (Job job = job(workload, queue)) {
            job.startSample();
            for (int batch = 1; batch < BATCHES_PER_PASS; batch++) {
                job.beforeBatch();
                job.runBatch(true);
                assertThat(queue.inFlight())
                        .as("in flight after batch %d", batch)
                        .isEqualTo(32);
                assertThat(queue.offsets).hasSize(batch * BATCH + 32);
            }
            job.beforeBatch();
            job.runBatch(true);
            assertThat(queue.inFlight()).as("in flight at the end of the pass").isZero();
        }
        assertThat(queue.offsets)
                .containsExactlyElementsOf(LongStream.range(0, BLOCKS)
                        .map(block -> block * BS)
                        .boxed()
                        .toList());
    }

    /** The queue asserts that nothing is in flight while the state is set. */
    @ParameterizedTest
    @CsvSource({"uncached, 1", "uncached, 9", "mixed:50, 6", "cached, 9"})
    void setsTheStateWithNothingInFlightAndAccountsForEveryOperation(String cache, int batches) throws IOException {
        Workload workload = workload(Rw.RANDREAD, cache);
        ScrambledQueue queue = new ScrambledQueue(workload, data.path(), 16);
        try (Job job = job(workload, queue)) {
            run(job, batches);
        }
        SampleEvidence evidence = EvidenceDrain.drain().orElseThrow();
        assertThat(evidence.get(Quantity.REQUESTED_BYTES)).isEqualTo(queue.offsets.size() * (long) BS);
        assertThat(evidence.get(Quantity.PASSES)).isEqualTo((batches + BATCHES_PER_PASS - 1) / BATCHES_PER_PASS);
        assertThat(Judge.judge(workload, evidence, FileFacts.of(data.path(), SIZE))
                        .reasons())
                .isEmpty();
    }

    @Test
    void recordsWhatMeasuredBatchesCompletedAndWhatTheLastOneLeft() throws IOException {
        Workload workload = workload(Rw.RANDREAD, "cached");
        try (Job job = job(workload, new ScrambledQueue(workload, data.path(), 8))) {
            long start = System.nanoTime();
            job.startSample();
            job.runBatch(false);
            job.runBatch(true);
            job.endSample();
            long elapsed = System.nanoTime() - start;
            List<LatencySample> samples = LatencyDrain.drain();
            assertThat(samples).singleElement().satisfies(sample -> {
                assertThat(sample.operations()).isEqualTo(BATCH + 8L);
                assertThat(sample.busyNanos()).as("on the clock").isPositive().isLessThan(elapsed);
            });
        }
        assertThat(EvidenceDrain.drain())
                .map(evidence -> evidence.get(Quantity.REQUESTED_BYTES))
                .contains((2L * BATCH + 8) * BS);
    }

    /** Little's law: the mean number in flight is the sum of all times over the time on the clock. */
    @Test
    void hasAsManyInFlightAsItsTimesSay() throws IOException {
        int depth = 8;
        Workload workload = workload(Rw.RANDREAD, "cached");
        try (Job job = job(workload, new ScrambledQueue(workload, data.path(), depth))) {
            run(job, 50 * BATCHES_PER_PASS);
        }
        LatencySample sample = LatencyDrain.drain().get(0);
        double sum = sample.intervals().stream()
                .mapToDouble(interval -> interval.getMean() * interval.getTotalCount())
                .sum();
        // Filling and draining once a pass of 256 blocks costs less than a tenth.
        assertThat(sum / sample.busyNanos()).isBetween(0.85 * depth, 1.01 * depth);
    }

    @Test
    void writesEachBlockFromItsOwnSlotWithItsPlaceAndPass() throws IOException {
        Workload workload = workload(Rw.RANDWRITE, "uncached");
        try (Job job = job(workload, new ScrambledQueue(workload, data.path(), 16))) {
            run(job, 2 * BATCHES_PER_PASS);
        }
        SampleEvidence evidence = EvidenceDrain.drain().orElseThrow();
        assertThat(Judge.judge(workload, evidence, FileFacts.of(data.path(), SIZE))
                        .reasons())
                .isEmpty();
        ByteBuffer after = ByteBuffer.wrap(Files.readAllBytes(data.path())).order(ByteOrder.nativeOrder());
        BlockPattern pattern = BlockPattern.of(data.path());
        int ofSecondPass = 0;
        for (int at = 0; at < SIZE; at += BS) {
            ByteBuffer block = after.slice(at, BS).order(ByteOrder.nativeOrder());
            assertThat(pattern.matches(block, BS, at)).as("block at %d", at).isTrue();
            ofSecondPass += block.getLong(16) == 2 ? 1 : 0;
        }
        assertThat(ofSecondPass).isEqualTo(BLOCKS);
    }

    @Test
    void failsIfAnOperationFailsOrIsShortAndNamesIt() throws IOException {
        Workload workload = workload(Rw.RANDREAD, "uncached");
        Workload named = workload.by(Ioengine.IO_URING, 4);
        for (long result : new long[] {-5, 512}) {
            ScrambledQueue queue = new ScrambledQueue(workload, data.path(), 4);
            Share share = new Share(named, data.path(), 0);
            try (Job job = new Job(share, QueuedBatch.over(queue, share), 1)) {
                job.startSample();
                queue.failure = result;
                assertThatThrownBy(() -> job.runBatch(true))
                        .isInstanceOf(result < 0 ? NativeIoException.class : IOException.class)
                        .hasMessageContaining("io_uring READ")
                        .hasMessageContaining(data.path().toString())
                        .hasMessageContaining(result < 0 ? "EIO" : "short, 512 bytes");
            }
        }
        assertThat(Descriptors.countOf(data.path())).isZero();
    }

    private static Workload workload(Rw rw, String cache) {
        return new Workload(rw, AccessPath.DIRECT, CacheState.parse(cache), BS, SIZE, 1, 42);
    }

    private Job job(Workload workload, ScrambledQueue queue) throws IOException {
        Share share = new Share(workload, data.path(), 0);
        return new Job(share, QueuedBatch.over(queue, share), 1);
    }

    private static void run(Job job, int batches) throws IOException {
        job.startSample();
        for (int batch = 0; batch < batches; batch++) {
            job.beforeBatch();
            job.runBatch(true);
        }
        job.endSample();
    }
}
