package io.pagetax.linux.pagecache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.RwFlags;
import io.pagetax.linux.syscall.Syscalls;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** What holds on every file system that keeps its files on a device. Each test starts with a file of which nothing is resident. */
abstract class PageCacheContract {

    private static final int PAGE = NativeMemory.pageSize();
    private static final int PAGES = 2048;
    private static final int MADV_PAGEOUT = 21;
    private static final long LENGTH = (long) PAGES * PAGE;

    /** Some machines reclaim cold memory all the time. Pages that were taken under a test leave a trace, and excuse it. */
    @RegisterExtension
    final TestExecutionExceptionHandler reclaim = (context, failure) -> {
        long reclaimed = residency(0, LENGTH).recentlyEvicted();
        assumeFalse(reclaimed > 0, () -> "the kernel reclaimed " + reclaimed + " pages meanwhile: " + failure);
        throw failure;
    };

    private Path path;
    private PageCache cache;

    /** A folder on the file system, where the caller may write. */
    abstract Path folder();

    @BeforeEach
    void openColdFile() throws IOException {
        Requirements.disk(folder());
        byte[] content = new byte[(int) LENGTH];
        new Random(4).nextBytes(content);
        path = Files.write(folder().resolve("file"), content, StandardOpenOption.CREATE_NEW);
        cache = PageCache.of(path);
        cache.flush();
        cache.evict(0, LENGTH);
        assertThat(resident(0, LENGTH)).as("at the start").isZero();
    }

    @AfterEach
    void removeFile() throws IOException {
        cache.close();
        Files.delete(path);
    }

    @Test
    void populatedFileIsResidentAndEvictedFileIsNot() throws IOException {
        cache.populate(0, LENGTH);
        assertThat(resident(0, LENGTH)).isEqualTo(PAGES);
        cache.evict(0, LENGTH);
        assertThat(resident(0, LENGTH)).isZero();
    }

    @Test
    void populatedRangeIsResident() throws IOException {
        cache.populate(100L * PAGE, 50L * PAGE);
        assertThat(resident(100L * PAGE, 50L * PAGE)).isEqualTo(50);
        assertThat(resident(0, PAGE)).as("far before the range").isZero();
        assertThat(resident(LENGTH - PAGE, PAGE)).as("far behind the range").isZero();
    }

    @Test
    void singlePagesArePopulatedWithoutTheirNeighbours() throws IOException {
        for (int page = 0; page < PAGES; page += 64) {
            cache.populateSinglePages((long) page * PAGE, PAGE);
            assertThat(resident((long) page * PAGE, PAGE)).isEqualTo(1);
        }
        assertThat(resident(0, LENGTH)).isEqualTo(PAGES / 64);
    }

    @Test
    void everyOtherPageCanBeEvictedAfterPopulationInSinglePages() throws IOException {
        leaveEveryOtherPage();
        assertThat(resident(0, LENGTH)).isEqualTo(PAGES / 2);
        for (int page = 0; page < PAGES; page++) {
            assertThat(resident((long) page * PAGE, PAGE)).as("page %d", page).isEqualTo(page % 2);
        }
    }

    @Test
    void readaheadComesBackAfterPopulationInSinglePages() throws IOException {
        cache.populateSinglePages(0, PAGE);
        cache.evict(0, LENGTH);
        cache.populate(0, PAGE);
        assertThat(resident(0, LENGTH)).as("first page and what was read ahead").isGreaterThan(1);
    }

    @Test
    void populationBeyondTheEndOfTheFileStopsThere() throws IOException {
        cache.populate(LENGTH - PAGE, 10 * LENGTH);
        cache.populateSinglePages(2 * LENGTH, LENGTH);
        assertThat(resident(LENGTH - PAGE, 100 * LENGTH)).isEqualTo(1);
    }

    @Test
    void pagesAtTheEdgesOfARangeCountWhole() throws IOException {
        cache.populateSinglePages(0, 4L * PAGE);
        assertThat(resident(PAGE - 1, 1)).isEqualTo(1);
        assertThat(resident(PAGE - 1, 2)).isEqualTo(2);
        assertThat(resident(1, 3L * PAGE)).isEqualTo(4);
    }

    @Test
    void pagesAtTheEdgesOfARangeAreNotEvicted() throws IOException {
        cache.populateSinglePages(0, 4L * PAGE);
        cache.evict(1, 4L * PAGE - 2);
        assertThat(resident(0, 4L * PAGE)).isEqualTo(2);
        assertThat(resident(PAGE, 2L * PAGE)).isZero();
    }

    @Test
    void dirtyPagesAreCountedUntilFlushed() throws IOException {
        Requirements.cachestat();
        dirtyWholeFile();
        Residency dirty = residency(0, LENGTH);
        assertThat(dirty.resident()).isEqualTo(PAGES);
        assertThat(dirty.dirty() + dirty.writeback()).isPositive();
        cache.flush();
        Residency clean = residency(0, LENGTH);
        assertThat(clean.resident()).as("flushed, not evicted").isEqualTo(PAGES);
        assertThat(clean.dirty()).isZero();
        assertThat(clean.writeback()).isZero();
    }

    @Test
    void dirtyDataSurvivesEvictionAndAllPagesGoOnceFlushed() throws IOException {
        dirtyWholeFile();
        // Starts writeback; how many pages are clean in time to be dropped is up to the device.
        cache.evict(0, LENGTH);
        cache.flush();
        cache.evict(0, LENGTH);
        assertThat(resident(0, LENGTH)).isZero();
        assertThat(path).hasBinaryContent(new byte[(int) LENGTH]);
    }

    @Test
    void mappedPagesSurviveEvictionUntilUnmapped() throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, LENGTH)) {
            cache.populateSinglePages(0, LENGTH);
            mapping.advise(0, LENGTH, Advice.MADV_POPULATE_READ);
            cache.evict(0, LENGTH);
            assertThat(resident(0, LENGTH)).isEqualTo(PAGES);
        }
        cache.evict(0, LENGTH);
        assertThat(resident(0, LENGTH)).isZero();
    }

    @Test
    void reclaimedPagesLeaveATraceAndEvictedOnesDoNot() throws IOException {
        Requirements.cachestat();
        long length = 8L * PAGE;
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                FileMapping mapping = FileMapping.readOnly(file, length)) {
            cache.populateSinglePages(0, length);
            mapping.advise(0, length, Advice.MADV_POPULATE_READ);
            mapping.advise(0, length, MADV_PAGEOUT);
        }
        Residency reclaimed = residency(0, LENGTH);
        assertThat(reclaimed.resident()).isZero();
        assertThat(reclaimed.recentlyEvicted()).isEqualTo(8);
        cache.populateSinglePages(0, length);
        cache.evict(0, length);
        assertThat(residency(0, LENGTH).recentlyEvicted()).isZero();
    }

    @Test
    void mincoreAgreesWithCachestat() throws IOException {
        Requirements.cachestat();
        leaveEveryOtherPage();
        long[][] ranges = {
            {0, LENGTH},
            {0, 1},
            {PAGE, 1},
            {PAGE - 1, 2},
            {1, 3L * PAGE},
            {37L * PAGE + 5, 100L * PAGE},
            {LENGTH - PAGE, 10 * LENGTH},
            {5 * LENGTH, LENGTH},
        };
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            for (long[] range : ranges) {
                Residency byMincore =
                        Mincore.residency(file, range[0], range[1]).orElseThrow();
                assertThat(byMincore.resident())
                        .as("offset %d, length %d", range[0], range[1])
                        .isEqualTo(resident(range[0], range[1]));
                assertThat(byMincore.dirty()).isEqualTo(Residency.UNKNOWN);
            }
        }
    }

    @Test
    void pagesOfAReadThatMayNotCacheAreDropped() throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY);
                AlignedBuffer buffer = AlignedBuffer.allocate((int) LENGTH);
                AlignedBuffer vector = AlignedBuffer.allocate(2 * Long.BYTES)) {
            vector.bytes().putLong(0, buffer.address()).putLong(Long.BYTES, LENGTH);
            long result = Syscalls.get().preadv2(file.fd(), vector.address(), 1, 0, RwFlags.DONTCACHE);
            assumeTrue(result != -Errno.EOPNOTSUPP.number(), "needs RWF_DONTCACHE: kernel 6.14, ext4 or xfs");
            assertThat(result).isEqualTo(LENGTH);
            assertThat(resident(0, LENGTH)).isZero();
        }
    }

    private void leaveEveryOtherPage() throws IOException {
        cache.populateSinglePages(0, LENGTH);
        assertThat(resident(0, LENGTH)).isEqualTo(PAGES);
        for (int page = 0; page < PAGES; page += 2) {
            cache.evict((long) page * PAGE, PAGE);
        }
    }

    private void dirtyWholeFile() throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR);
                AlignedBuffer buffer = AlignedBuffer.allocate((int) LENGTH)) {
            file.write(buffer.address(), LENGTH, 0);
        }
    }

    private long resident(long offset, long length) throws IOException {
        return residency(offset, length).resident();
    }

    private Residency residency(long offset, long length) throws IOException {
        return cache.residency(offset, length).orElseThrow();
    }
}
