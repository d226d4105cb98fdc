package io.pagetax.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.DiskFolder;
import io.pagetax.engine.Engines;
import io.pagetax.engine.FixedDelayEngine;
import io.pagetax.engine.IoEngine;
import io.pagetax.engine.NullEngine;
import io.pagetax.evidence.FileFacts;
import io.pagetax.evidence.Judge;
import io.pagetax.evidence.Quantity;
import io.pagetax.evidence.RowExhibit;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.evidence.Verdict;
import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.testfile.DataFile;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Measurements that are not what their names say, really made, and what the judge makes of them. */
@ExtendWith(DiskFolder.class)
class WrongMeasurementsTest {

    private static final int BS = 4096;
    private static final long SIZE = 8L << 20;
    private static final Duration SHORT = Duration.ofMillis(100);

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private DataFile data;

    @BeforeEach
    void makeFile() throws IOException {
        assumeThat(Path.of("/proc/thread-self/io")).matches(Files::isReadable, "kept by this kernel");
        data = DataFile.create(folder, SIZE, () -> false);
    }

    @AfterEach
    void removeFile() throws IOException {
        data.close();
    }

    private Measurement take(Workload claim, IoEngine engine) throws IOException {
        return Measurement.take(claim, data.path(), engine, SHORT);
    }

    private static Workload randread(AccessPath path, CacheState cache) {
        return new Workload(Rw.RANDREAD, path, cache, BS, SIZE, 1, 42);
    }

    private static void assertRefuted(Verdict verdict, String... words) {
        assertThat(verdict.status()).isEqualTo(Verdict.Status.REFUTED);
        assertThat(verdict.reasons()).anySatisfy(reason -> assertThat(reason).contains(words));
    }

    @Test
    void bufferedReadsThatWarmThemselvesAreNotUncached() throws IOException {
        Workload claim = randread(AccessPath.BUFFERED, CacheState.UNCACHED);
        Measurement taken = take(claim, WrongReads.ofAFewBlocks(data.path(), BS));
        assertRefuted(taken.verdict(), "fewer bytes than asked for", "memory answered");
    }

    @Test
    void readaheadThatNobodyAskedForIsSeen() throws IOException {
        Workload claim = randread(AccessPath.MMAP, CacheState.UNCACHED);
        Measurement taken = take(claim, WrongReads.withReadahead(data.path(), BS));
        assertRefuted(taken.verdict(), "more bytes than asked for came from the device");
    }

    @Test
    void pagesThatSomebodyHasMappedStayAndTheCacheIsNotCold() throws IOException {
        Workload claim = randread(AccessPath.DIRECT, CacheState.UNCACHED);
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, SIZE)) {
            mapping.copy(0, ByteBuffer.allocateDirect(1 << 20), 1 << 20);
            assertRefuted(take(claim, Engines.open(claim, data.path())).verdict(), "not uncached at the start");
        }
    }

    @Test
    void aCachedFileThatIsEvictedMeanwhileIsNotCached() throws Exception {
        Workload claim = randread(AccessPath.BUFFERED, CacheState.CACHED);
        AtomicBoolean ended = new AtomicBoolean();
        Thread evictor = new Thread(() -> evictUntil(ended));
        evictor.start();
        try {
            assertRefuted(
                    take(claim, Engines.open(claim, data.path())).verdict(), "came from the device", "0 expected");
        } finally {
            ended.set(true);
            evictor.join();
        }
    }

    private void evictUntil(AtomicBoolean ended) {
        try (PageCache cache = PageCache.of(data.path())) {
            while (!ended.get()) {
                cache.evict(0, SIZE / 2);
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aDepthThatIsNeverReachedIsSeen() throws IOException {
        Workload claim = randread(AccessPath.DIRECT, CacheState.UNCACHED).by(Ioengine.IO_URING, 8);
        Measurement taken = take(claim, WrongReads.oneByOne(data.path(), BS));
        assertRefuted(taken.verdict(), "depth not reached: 1.00 operations in flight on average, 8 asked for");
    }

    @Test
    void aThreadThatComputesAllTheTimeDoesNotMeasureTheDisk() throws IOException {
        FileFacts file = FileFacts.of(data.path(), SIZE);
        assumeThat(file.onMemory())
                .as("the build directory is on %s", file.stack())
                .isFalse();
        Workload claim = randread(AccessPath.DIRECT, CacheState.UNCACHED);
        assertThat(reasonsOfSeveral(claim, () -> WrongReads.thatCompute(data.path(), BS, 20_000), "bound by"))
                .anySatisfy(reason -> assertThat(reason).contains("bound by the processor", "requests in flight"));
    }

    @Test
    void operationsThatTakeNoLongerThanALookAtTheClockAreNotTimedByIt() throws IOException {
        Workload claim = randread(AccessPath.BUFFERED, CacheState.CACHED);
        assertThat(reasonsOfSeveral(claim, () -> new NullEngine(BS), "the clock"))
                .anySatisfy(reason -> assertThat(reason).contains("the clock is too dear or too coarse"));
    }

    /** Whatever else keeps the processors busy makes operations longer and hides such things, so there are several tries. */
    private List<String> reasonsOfSeveral(Workload claim, EngineFactory engines, String untilOneSays)
            throws IOException {
        List<String> reasons = new ArrayList<>();
        for (int tries = 0; tries < 20; tries++) {
            reasons.addAll(take(claim, engines.open()).verdict().reasons());
            if (reasons.stream().anyMatch(reason -> reason.contains(untilOneSays))) {
                break;
            }
        }
        return reasons;
    }

    /** Opens an engine for each try. */
    private interface EngineFactory {
        IoEngine open() throws IOException;
    }

    @Test
    void othersThatUseTheDiskAreSeen() throws Exception {
        Workload claim = randread(AccessPath.DIRECT, CacheState.UNCACHED);
        Path theirs = folder.resolve("theirs");
        Files.copy(data.path(), theirs);
        Path goOn = Files.createFile(folder.resolve("go-on"));
        String loop =
                "while [ -e " + goOn + " ]; do dd if=" + theirs + " of=/dev/null bs=1M iflag=direct status=none; done";
        Process others = new ProcessBuilder("sh", "-c", loop).start();
        try {
            assertRefuted(take(claim, Engines.open(claim, data.path())).verdict(), "others used the disk");
        } finally {
            Files.delete(goOn);
            others.waitFor();
            Files.delete(theirs);
        }
    }

    @Test
    void aFileThatWasNeverWrittenIsReadWithoutIo() throws IOException {
        Path sparse = folder.resolve("sparse");
        try (LinuxFile file = LinuxFile.open(sparse, OpenFlag.RDWR, OpenFlag.CREAT)) {
            file.truncate(SIZE);
        }
        Workload claim = randread(AccessPath.DIRECT, CacheState.UNCACHED);
        Measurement taken = Measurement.take(claim, sparse, Engines.open(claim, sparse), SHORT);
        assertRefuted(taken.verdict(), "100 % of the file were never written", "8388608 of 8388608 bytes");
    }

    @Test
    void roundsThatGetSlowerAndSlowerHaveNoMedian() throws IOException {
        Workload claim = randread(AccessPath.BUFFERED, CacheState.CACHED);
        List<SampleEvidence> rounds = new ArrayList<>();
        List<Double> nsPerOp = new ArrayList<>();
        for (int round = 1; round <= 9; round++) {
            SampleEvidence evidence = take(
                            claim,
                            new FixedDelayEngine(BS, Math.round(20_000 * Math.pow(1.5, round)), 1, Integer.MAX_VALUE))
                    .evidence();
            rounds.add(evidence);
            nsPerOp.add(nsPerOp(evidence));
        }
        assertRefuted(judgeRow(claim, nsPerOp, rounds), "drift", "from ", " ns");
    }

    @Test
    void samplesThatGetSlowerAndSlowerHadNoSteadyState() throws IOException {
        Workload claim = randread(AccessPath.BUFFERED, CacheState.CACHED);
        List<Double> nsPerOp = new ArrayList<>();
        List<List<Double>> ofIntervals = new ArrayList<>();
        for (int round = 1; round <= 5; round++) {
            List<Double> intervals = new ArrayList<>();
            // As a device whose cache runs full, from one second to the next.
            for (long delayNanos : new long[] {50_000, 200_000}) {
                intervals.add(nsPerOp(take(claim, new FixedDelayEngine(BS, delayNanos, 1, Integer.MAX_VALUE))
                        .evidence()));
            }
            ofIntervals.add(intervals);
            nsPerOp.add((intervals.get(0) + intervals.get(1)) / 2);
        }
        RowExhibit row = new RowExhibit(claim, nsPerOp, ofIntervals, 10_000);
        assertThat(Judge.judge(row, List.of(), FileFacts.of(data.path(), SIZE)).reasons())
                .anySatisfy(reason -> assertThat(reason).contains("no steady state", "in every sample by +"));
    }

    @Test
    void aPercentileOfAHandfulOfOperationsComesWithAWarning() throws IOException {
        Workload claim = randread(AccessPath.BUFFERED, CacheState.CACHED);
        SampleEvidence evidence = Measurement.take(claim, data.path(), Engines.open(claim, data.path()), Duration.ZERO)
                .evidence();
        assertThat(judgeRow(claim, List.of(nsPerOp(evidence)), List.of(evidence))
                        .warnings())
                .contains("too few operations for the 99th percentile: 64, 1000 are needed; give it more --runtime or"
                        + " --rounds");
    }

    private static double nsPerOp(SampleEvidence evidence) {
        return (double) Objects.requireNonNull(evidence.get(Quantity.BUSY_NANOS))
                / Objects.requireNonNull(evidence.get(Quantity.TIMED_OPERATIONS));
    }

    private Verdict judgeRow(Workload claim, List<Double> nsPerOp, List<SampleEvidence> samples) throws IOException {
        long operations = samples.stream()
                .mapToLong(evidence -> Objects.requireNonNull(evidence.get(Quantity.TIMED_OPERATIONS)))
                .sum();
        RowExhibit row = new RowExhibit(claim, nsPerOp, List.of(), operations);
        return Judge.judge(row, samples, FileFacts.of(data.path(), SIZE));
    }
}
