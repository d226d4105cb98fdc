package io.pagetax.testfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.DiskFolder;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.OffsetGenerator;
import io.pagetax.workload.Region;
import io.pagetax.workload.ResidentDraw;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
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
    void leavesASinglePageAtTheEndOfTheFileIfStray() throws IOException {
        Region half = new Region(0, ALL.length() / 2);
        try (CacheConditioner cached = conditioner(ALL, "cached", 4096, 42);
                CacheConditioner first = conditioner("direct", half, "stray", 4096, 42);
                CacheConditioner all = conditioner("direct", ALL, "stray", 4096, 42);
                PageCache cache = PageCache.of(data.path())) {
            cached.prepare(1);
            first.prepare(1);
            assertThat(resident(first)).isZero();
            assertThat(first.expectedResidentPages()).isZero();
            all.prepare(1);
            assertThat(resident(all)).isEqualTo(1);
            assertThat(all.expectedResidentPages()).isEqualTo(1);
            assertThat(isResident(cache, ALL.length() - PAGE)).isTrue();
        }
    }

    @Test
    void leavesItsSharePagesNewerThanTheDeviceIfDirtyAndTheirContentsAsTheyWere() throws IOException {
        byte[] before = Files.readAllBytes(data.path());
        try (CacheConditioner dirty = conditioner("direct", ALL, "dirty:30", 4096, 42)) {
            dirty.prepare(1);
            Residency residency = dirty.residency().orElseThrow();
            assumeThat(residency.dirty())
                    .as("dirty pages, which mincore does not tell")
                    .isNotEqualTo(Residency.UNKNOWN);
            assertThat(residency.resident())
                    .isEqualTo(dirty.expectedResidentPages())
                    .isEqualTo(PAGES * 3 / 10);
            assertThat(residency.dirty()).isEqualTo(dirty.expectedDirtyPages()).isEqualTo(PAGES * 3 / 10);
        }
        assertThat(Files.readAllBytes(data.path())).isEqualTo(before);
    }

    @Test
    void setsAStateThatOperationsLeaveAloneOnceAndAgainIfItIsAnother() throws IOException {
        try (CacheConditioner mixed = conditioner("direct", ALL, "mixed:50", 4096, 42);
                CacheConditioner uncached = conditioner(ALL, "uncached", 4096, 42)) {
            mixed.prepare(1);
            BitSet first = residentPages();
            mixed.prepare(2);
            assertThat(residentPages()).isEqualTo(first);
            uncached.prepare(1);
            mixed.prepare(3);
            assertThat(residentPages()).isEqualTo(first).isNotEqualTo(new BitSet());
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
        try (CacheConditioner mixed = conditioner(ALL, "mixed:50", 4096, seed)) {
            mixed.prepare(pass);
            return residentPages();
        }
    }

    private static BitSet residentPages() throws IOException {
        BitSet pages = new BitSet(PAGES);
        try (PageCache cache = PageCache.of(data.path())) {
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
        return conditioner("buffered", region, state, bs, seed);
    }

    private static CacheConditioner conditioner(String path, Region region, String state, int bs, long seed)
            throws NativeIoException {
        Workload workload = new Workload(
                        Rw.RANDREAD, AccessPath.parse(path), CacheState.UNCACHED, bs, ALL.length(), 1, seed)
                .in(CacheState.parse(state));
        return new CacheConditioner(data.path(), workload, region, new ResidentDraw(workload, region, seed, PAGE));
    }
}
