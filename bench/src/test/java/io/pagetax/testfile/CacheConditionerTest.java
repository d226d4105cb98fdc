package io.pagetax.testfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.DiskFolder;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.OffsetGenerator;
import io.pagetax.workload.Region;
import io.pagetax.workload.Rw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DiskFolder.class)
class CacheConditionerTest {

    private static final int PAGE = NativeMemory.pageSize();
    private static final int PAGES = 4096;
    private static final Region ALL = new Region(0, (long) PAGES * PAGE);

    @TempDir(factory = DiskFolder.class)
    static Path folder;

    private static DataFile data;

    @BeforeAll
    static void makeFile() throws IOException {
        data = DataFile.create(folder, ALL.length(), () -> false);
        try (PageCache cache = PageCache.of(data.path())) {
            assumeThat(cache.residency(0, ALL.length()))
                    .as("pages that the kernel says are resident")
                    .isPresent();
        }
    }

    @AfterAll
    static void removeFile() throws IOException {
        data.close();
    }

    @Test
    void leavesNoPageIfUncached() throws IOException {
        try (CacheConditioner cached = conditioner(ALL, "cached", 4096, 42);
                CacheConditioner uncached = conditioner(ALL, "uncached", 4096, 42)) {
            cached.prepare(1);
            uncached.prepare(1);
            assertThat(resident(uncached)).isZero();
            assertThat(uncached.expectedResidentPages()).isZero();
        }
    }

    @Test
    void evictsDirtyPagesTooIfUncached() throws IOException {
        try (FileChannel channel = FileChannel.open(data.path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                CacheConditioner uncached = conditioner(ALL, "uncached", 4096, 42)) {
            ByteBuffer some = ByteBuffer.allocate(64 * PAGE);
            channel.read(some, 0);
            channel.write(some.flip(), 0);
            uncached.prepare(1);
            assertThat(resident(uncached)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncached", "mixed:50"})
    void fillsAllPagesIfCachedWhateverWasThereBefore(String before) throws IOException {
        try (CacheConditioner earlier = conditioner(ALL, before, 4096, 42);
                CacheConditioner cached = conditioner(ALL, "cached", 4096, 42)) {
            earlier.prepare(1);
            cached.prepare(1);
            assertThat(resident(cached)).isEqualTo(PAGES);
            assertThat(cached.expectedResidentPages()).isEqualTo(PAGES);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mixed:50, 4096, 2048",
        "mixed:10, 4096, 409",
        "mixed:99, 4096, 4055",
        "mixed:1, 4096, 40",
        "mixed:50, 16384, 2048",
        "mixed:10, 65536, 400",
        "mixed:50, 512, 2048"
    })
    void leavesExactlyItsShareOfPagesIfMixed(String state, int bs, long pagesOf4096) throws IOException {
        assumeThat(PAGE).isEqualTo(4096);
        try (CacheConditioner mixed = conditioner(ALL, state, bs, 42)) {
            assertThat(mixed.expectedResidentPages()).isEqualTo(pagesOf4096);
            mixed.prepare(1);
            assertThat(resident(mixed)).isEqualTo(pagesOf4096);
            mixed.prepare(2);
            assertThat(resident(mixed)).isEqualTo(pagesOf4096);
        }
    }

    /** A block that begins or ends inside of a page cannot be resident while its neighbour is not. */
    @ParameterizedTest
    @ValueSource(ints = {4608, 6144, 12_800})
    void leavesAsManyPagesAsItSaysIfABlockEndsInsideOfAPage(int bs) throws IOException {
        Region region = new Region(0, (long) bs * 512);
        try (CacheConditioner mixed = conditioner(region, "mixed:50", bs, 42)) {
            mixed.prepare(1);
            assertThat(resident(mixed)).isEqualTo(mixed.expectedResidentPages());
        }
    }

    @Test
    void drawsOtherPagesForAnotherPassAndForAnotherSeed() throws IOException {
        BitSet first = residentPages(42, 1);
        assertThat(residentPages(42, 2)).isNotEqualTo(first);
        assertThat(residentPages(1042, 1)).isNotEqualTo(first);
        assertThat(residentPages(42, 1)).isEqualTo(first);
    }

    @Test
    void leavesPagesOutsideOfItsRegionAlone() throws IOException {
        Region half = new Region(0, ALL.length() / 2);
        Region rest = new Region(half.length(), half.length());
        try (CacheConditioner all = conditioner(ALL, "uncached", 4096, 42);
                CacheConditioner mixed = conditioner(half, "mixed:50", 4096, 42);
                CacheConditioner others = conditioner(rest, "mixed:10", 4096, 43)) {
            all.prepare(1);
            others.prepare(1);
            mixed.prepare(1);
            assertThat(resident(mixed)).isEqualTo(PAGES / 4);
            assertThat(resident(others)).isEqualTo(PAGES / 20);
        }
    }

    /** Otherwise a sample that ends before its pass does would see another hit ratio than its name says. */
    @ParameterizedTest
    @CsvSource({"50, 42", "50, 43", "50, 7", "10, 42", "10, 1", "90, 42"})
    void letsTheFirstTenthOfAPassHitAsOftenAsAllOfIt(int percent, long seed) throws IOException {
        OffsetGenerator offsets = OffsetGenerator.of(Rw.RANDREAD, ALL, PAGE, seed);
        double expected = percent / 100.0;
        int draws = 0;
        int hits = 0;
        try (CacheConditioner mixed = conditioner(ALL, "mixed:" + percent, PAGE, seed);
                PageCache cache = PageCache.of(data.path())) {
            for (long pass = 1; pass <= 4; pass++) {
                mixed.prepare(pass);
                offsets.restart(pass);
                for (int i = 0; i < PAGES / 10; i++) {
                    draws++;
                    hits += isResident(cache, offsets.next()) ? 1 : 0;
                }
            }
        }
        double standardError = Math.sqrt(expected * (1 - expected) / draws);
        assertThat((double) hits / draws).isCloseTo(expected, within(4 * standardError));
    }

    private static BitSet residentPages(long seed, long pass) throws IOException {
        BitSet pages = new BitSet(PAGES);
        try (CacheConditioner mixed = conditioner(ALL, "mixed:50", 4096, seed);
                PageCache cache = PageCache.of(data.path())) {
            mixed.prepare(pass);
            for (int page = 0; page < PAGES; page++) {
                pages.set(page, isResident(cache, (long) page * PAGE));
            }
        }
        return pages;
    }

    private static boolean isResident(PageCache cache, long offset) throws NativeIoException {
        return cache.residency(offset, PAGE).map(Residency::resident).orElseThrow() == 1;
    }

    private static long resident(CacheConditioner conditioner) throws NativeIoException {
        return conditioner.residency().map(Residency::resident).orElseThrow();
    }

    private static CacheConditioner conditioner(Region region, String state, int bs, long seed)
            throws NativeIoException {
        return new CacheConditioner(data.path(), region, CacheState.parse(state), bs, seed);
    }
}
