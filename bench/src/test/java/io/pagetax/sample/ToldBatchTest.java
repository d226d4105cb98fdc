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
import io.pagetax.latency.HitMiss;
import io.pagetax.latency.LatencyDrain;
import io.pagetax.latency.LatencySample;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.testfile.DataFile;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A job that tells hits from misses, on a real file in known states. */
@ExtendWith(DiskFolder.class)
class ToldBatchTest {

    private static final int BS = 4096;
    private static final int BATCH = Workload.BATCH;
    private static final int BATCHES_PER_PASS = 4;
    private static final int BLOCKS = BATCHES_PER_PASS * BATCH;
    private static final long SIZE = (long) BLOCKS * BS;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private DataFile data;

    @BeforeEach
    void makeFile() throws IOException {
        EvidenceDrain.drain();
        LatencyDrain.drain();
        data = DataFile.create(folder, SIZE, () -> false);
        assumeThat(Path.of("/proc/thread-self/io")).matches(Files::isReadable, "kept by this kernel");
    }

    @AfterEach
    void removeFile() throws IOException {
        data.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CACHESTAT, uncached, 0",
        "CACHESTAT, mixed:25, 25",
        "CACHESTAT, mixed:50, 50",
        "CACHESTAT, cached, 100",
        "FAULTS, uncached, 0",
        "FAULTS, mixed:50, 50",
        "FAULTS, cached, 100",
        "NOWAIT, cached, 100"
    })
    void countsHitsExactlyInEveryState(HitTeller teller, String cache, int percent) throws IOException {
        HitMiss hitMiss = Objects.requireNonNull(
                sample(workload(teller, cache), 2 * BATCHES_PER_PASS).hitMiss());
        assertThat(hitMiss.hitCount()).isEqualTo(2L * BLOCKS * percent / 100);
        assertThat(hitMiss.missCount()).isEqualTo(2L * BLOCKS * (100 - percent) / 100);
    }

    /** A device that answers at once makes hits of misses, so how many there are depends on the machine. */
    @Test
    void takesNoHitForAMissWithoutWaiting() throws IOException {
        HitMiss hitMiss = Objects.requireNonNull(
                sample(workload(HitTeller.NOWAIT, "mixed:50"), BATCHES_PER_PASS).hitMiss());
        assertThat(hitMiss.hitCount()).isBetween(BLOCKS / 2L, (long) BLOCKS);
        assertThat(hitMiss.hitCount() + hitMiss.missCount()).isEqualTo(BLOCKS);
    }

    @Test
    void keepsTheWholeBesideItsPartsAndIsJudgedAsThePlainOneIs() throws IOException {
        Workload workload = workload(HitTeller.CACHESTAT, "mixed:50");
        LatencySample sample = sample(workload, BATCHES_PER_PASS);
        SampleEvidence evidence = EvidenceDrain.drain().orElseThrow();
        assertThat(sample.operations()).isEqualTo(BLOCKS);
        assertThat(sample.busyNanos()).isPositive();
        assertThat(evidence.get(Quantity.DEVICE_READ_BYTES)).isEqualTo(SIZE / 2);
        assertThat(Judge.judge(workload, evidence, FileFacts.of(data.path(), SIZE))
                        .reasons())
                .isEmpty();
        HitMiss hitMiss = Objects.requireNonNull(sample.hitMiss());
        long longest = Math.max(
                hitMiss.hits().get(0).getMaxValue(), hitMiss.misses().get(0).getMaxValue());
        assertThat(sample.intervals().get(0).getMaxValue()).isEqualTo(longest);
    }

    @Test
    void recordsNothingOfBatchesThatAreNotMeasured() throws IOException {
        Workload workload = workload(HitTeller.CACHESTAT, "cached");
        assumeSupported(workload);
        try (Job job = new Job(workload, data.path(), 0, 1)) {
            job.startSample();
            job.runBatch(false);
            job.runBatch(true);
            job.endSample();
        }
        LatencySample sample = LatencyDrain.drain().get(0);
        assertThat(sample.operations()).isEqualTo(BATCH);
        assertThat(Objects.requireNonNull(sample.hitMiss()).hitCount()).isEqualTo(BATCH);
    }

    @ParameterizedTest
    @CsvSource({"CACHESTAT, pread", "NOWAIT, preadv2"})
    void failsIfAReadIsShort(HitTeller teller, String call) throws IOException {
        Workload workload = workload(teller, "uncached");
        assumeSupported(workload);
        try (Job job = new Job(workload, data.path(), 0, 1)) {
            job.startSample();
            try (FileChannel channel = FileChannel.open(data.path(), StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
            assertThatThrownBy(() -> job.runBatch(true))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(call + "(")
                    .hasMessageContaining("short, 0 bytes");
        }
        assertThat(Descriptors.countOf(data.path())).isZero();
    }

    private LatencySample sample(Workload workload, int batches) throws IOException {
        assumeSupported(workload);
        try (PageCache cache = PageCache.of(data.path())) {
            cache.flush();
            cache.evict(0, SIZE);
        }
        try (Job job = new Job(workload, data.path(), 0, 1)) {
            job.startSample();
            for (int batch = 0; batch < batches; batch++) {
                job.beforeBatch();
                job.runBatch(true);
            }
            job.endSample();
        }
        return LatencyDrain.drain().get(0);
    }

    private void assumeSupported(Workload workload) throws IOException {
        assumeThat(Engines.unavailabilityCause(workload, data.path()))
                .as("why %s cannot be had here", workload.hits())
                .isEmpty();
    }

    private static Workload workload(HitTeller teller, String cache) {
        AccessPath path = teller == HitTeller.FAULTS ? AccessPath.MMAP : AccessPath.BUFFERED;
        return new Workload(Rw.RANDREAD, path, CacheState.parse(cache), BS, SIZE, 1, 42).telling(teller);
    }
}
