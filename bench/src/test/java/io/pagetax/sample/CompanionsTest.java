package io.pagetax.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.Descriptors;
import io.pagetax.DiskFolder;
import io.pagetax.evidence.EvidenceDrain;
import io.pagetax.evidence.FileFacts;
import io.pagetax.evidence.Judge;
import io.pagetax.evidence.Quantity;
import io.pagetax.evidence.SampleEvidence;
import io.pagetax.evidence.Verdict;
import io.pagetax.latency.LatencyDrain;
import io.pagetax.linux.file.ExtentMap;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.testfile.DataFile;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Company;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DiskFolder.class)
class CompanionsTest {

    private static final int BS = 4096;
    private static final long SIZE = 8L * Workload.BATCH * BS;

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
    }

    @AfterEach
    void removeFile() throws IOException {
        data.close();
    }

    private static Workload direct(String cache, String company, int jobs) {
        return new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.parse(cache), BS, SIZE, 1, 42)
                .beside(Company.parse(company), jobs);
    }

    /** One measured job with its company; the evidence of both. */
    private SampleEvidence sample(Workload workload) throws IOException {
        Companions companions = new Companions(workload, data.path());
        companions.start();
        try (Job job = new Job(workload, data.path(), 0, 1)) {
            job.startSample();
            for (int batch = 0; batch < 8; batch++) {
                job.beforeBatch();
                job.runBatch(true);
            }
            job.endSample();
        } finally {
            companions.stop();
        }
        return EvidenceDrain.drain().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "uncached, direct:1",
        "uncached, buffered:1",
        "uncached, buffered:3",
        "uncached, mmap:1",
        "cached, buffered:2",
        "cached, mmap:1",
        "mixed:50, buffered:1"
    })
    void readSharesOfTheirOwnInTheStateThatIsNamed(String cache, String company) throws IOException {
        Workload workload = direct(cache, company, 1);
        SampleEvidence told = sample(workload);
        SampleEvidence theirs = Objects.requireNonNull(told.company());
        int readers = workload.company().jobs();
        long pages = IntStream.rangeClosed(1, readers)
                .mapToLong(index -> workload.companion().region(index).length() / BS)
                .sum();
        assertThat(theirs.get(Quantity.FILE_PAGES)).isEqualTo(pages);
        assertThat(theirs.get(Quantity.OPERATIONS)).isPositive();
        Verdict verdict = Judge.judge(workload, told, FileFacts.of(data.path(), SIZE));
        assertThat(verdict.reasons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"append", "truncate", "punch"})
    void changeTheFileBehindItsDataAndLeaveItAsItWas(String kind) throws IOException {
        byte[] before = Files.readAllBytes(data.path());
        long extents = allocatedBytes();
        Workload workload = direct("uncached", kind, 1);
        Companions companions = new Companions(workload, data.path());
        companions.start();
        await(() -> data.path().toFile().length() > SIZE);
        companions.stop();
        assertThat(data.path()).hasBinaryContent(before);
        assertThat(allocatedBytes()).isEqualTo(extents);
        assertThat(Descriptors.countOf(data.path())).isZero();

        SampleEvidence told = sample(workload);
        assertThat(Objects.requireNonNull(told.company()).get(Quantity.OPERATIONS))
                .isPositive();
        assertThat(Judge.judge(workload, told, FileFacts.of(data.path(), SIZE)).reasons())
                .isEmpty();
    }

    private long allocatedBytes() throws IOException {
        try (LinuxFile file = LinuxFile.open(data.path(), OpenFlag.RDONLY)) {
            return ExtentMap.afterWriteback(file).extents().stream()
                    .mapToLong(extent -> extent.end() - extent.offset())
                    .sum();
        }
    }

    @Test
    void sayWhatTheyFailedWith() throws IOException {
        Companions companions = new Companions(direct("uncached", "buffered:1", 1), data.path());
        companions.start();
        try (FileChannel channel = FileChannel.open(data.path(), StandardOpenOption.WRITE)) {
            channel.truncate(BS);
        }
        await(CompanionsTest::noneAlive);
        assertThatIOException()
                .isThrownBy(companions::stop)
                .withMessageContaining("beside the measured jobs: pread")
                .withMessageContaining("short, 0 bytes");
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time in which it happens").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static boolean noneAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("beside-"));
    }

    @Test
    void areRefusedWhereTheFileHasMoreThanTheDataSinceThatWouldBeLost() throws IOException {
        Files.write(data.path(), new byte[] {1}, StandardOpenOption.APPEND);
        for (String kind : new String[] {"append", "truncate", "punch"}) {
            assertThat(Companions.unavailabilityCause(direct("uncached", kind, 1), data.path()))
                    .contains("--beside " + kind + ": the file has " + (SIZE + 1)
                            + " bytes, and those beyond --size would be lost");
        }
        assertThat(Files.size(data.path())).isEqualTo(SIZE + 1);
        assertThat(Companions.unavailabilityCause(direct("uncached", "buffered:1", 1), data.path()))
                .isEmpty();
    }

    @Test
    void areRefusedOnWhatHasNoLengthOfItsOwn() throws IOException {
        assertThat(Companions.unavailabilityCause(direct("uncached", "append", 1), Path.of("/dev/null")))
                .contains("--beside append: takes a file, whose length can change");
    }
}
