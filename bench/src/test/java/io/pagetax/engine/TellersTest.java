package io.pagetax.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.Descriptors;
import io.pagetax.DiskFolder;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.testfile.BlockPattern;
import io.pagetax.testfile.DataFile;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tellers on a real file of which it is known what is resident. */
@ExtendWith(DiskFolder.class)
class TellersTest {

    private static final int PAGE = NativeMemory.pageSize();
    private static final int BLOCKS = 256;
    private static final long SIZE = (long) BLOCKS * PAGE;

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private DataFile data;

    static Stream<Workload> tellers() {
        return Stream.of(AccessPath.values())
                .flatMap(path -> Ioengine.of(path).stream()
                        .map(engine ->
                                new Workload(Rw.RANDREAD, path, CacheState.UNCACHED, PAGE, SIZE, 1, 42).by(engine, 1)))
                .flatMap(workload -> Stream.of(HitTeller.values())
                        .filter(teller -> teller != HitTeller.NONE && teller.fits(workload))
                        .map(workload::telling));
    }

    @BeforeEach
    void makeFile() throws IOException {
        data = DataFile.create(folder, SIZE, () -> false);
    }

    @AfterEach
    void removeFile() throws IOException {
        data.close();
    }

    @ParameterizedTest
    @MethodSource("tellers")
    void tellExactlyTheBlocksThatWereResidentAndReadAllOfThem(Workload workload) throws IOException {
        Set<Integer> resident = everyOther();
        BlockPattern pattern = BlockPattern.of(data.path());
        Set<Integer> hits = new HashSet<>();
        try (TellingEngine engine = open(workload, resident)) {
            for (int block = 0; block < BLOCKS; block++) {
                long offset = (long) block * PAGE;
                assertThat(engine.read(offset)).isEqualTo(PAGE);
                assertThat(pattern.matches(engine.block().bytes(), PAGE, offset))
                        .isTrue();
                if (engine.wasHit()) {
                    hits.add(block);
                }
            }
        }
        if (workload.hits() == HitTeller.NOWAIT) {
            // A device may have answered before the look was over: then a miss passes for a hit, but never the reverse.
            assertThat(hits).containsAll(resident);
        } else {
            assertThat(hits).isEqualTo(resident);
        }
    }

    @ParameterizedTest
    @MethodSource("tellers")
    void tellNothingButHitsWhenABlockIsReadAgain(Workload workload) throws IOException {
        try (TellingEngine engine = open(workload, Set.of())) {
            for (int block = 0; block < BLOCKS; block++) {
                engine.read((long) block * PAGE);
                assertThat(engine.read((long) block * PAGE)).isEqualTo(PAGE);
                assertThat(engine.wasHit()).isTrue();
            }
        }
    }

    /** A page that is in the cache and not yet in the page table takes a fault, but a minor one. */
    @Test
    void faultsThatNeedNoDeviceAreHits() throws IOException {
        Workload workload = new Workload(Rw.RANDREAD, AccessPath.MMAP, CacheState.CACHED, PAGE, SIZE, 1, 42);
        try (TellingEngine engine = open(workload.telling(HitTeller.FAULTS), Set.of())) {
            engine.read(0);
            assertThat(engine.wasHit()).isFalse();
            engine.release(0, SIZE);
            engine.read(0);
            assertThat(engine.wasHit()).isTrue();
        }
    }

    /** Of two pages one is there: that is no hit, since the device must be waited for. */
    @Test
    void halfABlockIsAMiss() throws IOException {
        Workload workload = new Workload(Rw.RANDREAD, AccessPath.BUFFERED, CacheState.UNCACHED, 2 * PAGE, SIZE, 1, 42);
        try (TellingEngine engine = open(workload.telling(HitTeller.CACHESTAT), everyOther())) {
            for (long offset = 0; offset < SIZE; offset += 2L * PAGE) {
                assertThat(engine.read(offset)).isEqualTo(2L * PAGE);
                assertThat(engine.wasHit()).isFalse();
            }
        }
    }

    /** The second half of a page is there as soon as the first was read. */
    @Test
    void blocksSmallerThanAPageAreToldByTheirPage() throws IOException {
        int half = PAGE / 2;
        Workload workload = new Workload(Rw.RANDREAD, AccessPath.BUFFERED, CacheState.UNCACHED, half, SIZE, 1, 42);
        try (TellingEngine engine = open(workload.telling(HitTeller.CACHESTAT), Set.of())) {
            engine.read(0);
            assertThat(engine.wasHit()).isFalse();
            engine.read(half);
            assertThat(engine.wasHit()).isTrue();
            engine.read(PAGE + half);
            assertThat(engine.wasHit()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("tellers")
    void writeNothingAndGiveEverythingBack(Workload workload) throws IOException {
        TellingEngine engine = open(workload, Set.of());
        assertThat(engine.write(0)).isEqualTo(-Errno.EOPNOTSUPP.number());
        engine.close();
        assertThat(Descriptors.countOf(data.path())).isZero();
    }

    @ParameterizedTest
    @MethodSource("tellers")
    void areTriedWithoutLeavingAnythingOpen(Workload workload) throws IOException {
        assertThat(Engines.unavailabilityCause(workload, data.path())).isNotNull();
        assertThat(Descriptors.countOf(data.path())).isZero();
    }

    @Test
    void nameTheFileThatCannotBeOpened() {
        Path absent = folder.resolve("absent");
        assertThat(tellers())
                .isNotEmpty()
                .allSatisfy(workload -> assertThatThrownBy(() -> Tellers.open(workload, absent))
                        .isInstanceOf(NativeIoException.class)
                        .hasMessageContaining(absent.toString()));
    }

    @Test
    void areNotOpenedWhereNothingIsToBeTold() {
        Workload plain = new Workload(Rw.READ, AccessPath.BUFFERED, CacheState.UNCACHED, PAGE, SIZE, 1, 42);
        assertThatThrownBy(() -> Tellers.open(plain, data.path())).isInstanceOf(IllegalArgumentException.class);
    }

    /** Of the file, these blocks are resident then and no others. */
    private TellingEngine open(Workload workload, Set<Integer> resident) throws IOException {
        assumeThat(Engines.unavailabilityCause(workload, data.path()))
                .as("why %s cannot be had here", workload.hits())
                .isEmpty();
        populate(resident);
        return Tellers.open(workload, data.path());
    }

    private static Set<Integer> everyOther() {
        Set<Integer> blocks = new HashSet<>();
        for (int block = 0; block < BLOCKS; block += 2) {
            blocks.add(block);
        }
        return blocks;
    }

    private void populate(Set<Integer> blocks) throws IOException {
        try (PageCache cache = PageCache.of(data.path())) {
            cache.flush();
            cache.evict(0, SIZE);
            for (int block : blocks) {
                cache.populateSinglePages((long) block * PAGE, PAGE);
            }
            assumeThat(cache.residency(0, SIZE).orElseThrow().resident())
                    .as("pages that could be made resident")
                    .isEqualTo(blocks.size());
        }
    }
}
