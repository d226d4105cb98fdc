package io.pagetax.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

    @ParameterizedTest
    @CsvSource({
        "RANDREAD, 4096, DIRECT, uncached, 1, disk-randread-4k-direct-uncached",
        "READ, 1048576, MMAP, cached, 1, disk-read-1m-mmap-cached",
        "RANDWRITE, 512, BUFFERED, mixed:50, 4, disk-randwrite-512-buffered-mixed50-j4"
    })
    void isNamedAfterItsParts(Rw rw, int bs, AccessPath path, String cache, int jobs, String id) {
        Workload workload = new Workload(rw, path, CacheState.parse(cache), bs, 256L << 20, jobs, 42);
        assertThat(Cell.of("disk", workload)).isEqualTo(new Cell(id, "disk", workload, Binding.JNA));
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT, PSYNC, 1, JNA, direct-uncached",
        "DIRECT, PSYNC, 1, FFM, direct-uncached-ffm",
        "DONTCACHE, PVSYNC2, 1, JNA, dontcache-uncached",
        "BUFFERED, PVSYNC2, 1, JNA, buffered-uncached-pvsync2",
        "DIRECT, IO_URING, 32, JNA, direct-uncached-io_uring-qd32",
        "DIRECT, IO_URING, 1, FFM, direct-uncached-io_uring-ffm",
        "MMAP, MAPPEDBYTEBUFFER, 1, JNA, mmap-uncached-mappedbytebuffer"
    })
    void namesEngineDepthAndBindingOnlyWhereTheyAreNotTheUsual(
            AccessPath path, Ioengine engine, int depth, Binding binding, String ending) {
        Workload workload = new Workload(Rw.READ, path, CacheState.UNCACHED, 4096, 256L << 20, 1, 42);
        assertThat(Cell.of("t", workload.by(engine, depth), binding).id()).isEqualTo("t-read-4k-" + ending);
    }

    @ParameterizedTest
    @CsvSource({"MMAP, MMAP", "MMAP, MAPPEDBYTEBUFFER", "DIRECT, FILECHANNEL"})
    void isTheSameByEveryBindingWhereNoCallGoesThroughOne(AccessPath path, Ioengine engine) {
        Workload workload = new Workload(Rw.READ, path, CacheState.UNCACHED, 4096, 256L << 20, 1, 42).by(engine, 1);
        assertThat(Cell.of("t", workload, Binding.FFM)).isEqualTo(Cell.of("t", workload, Binding.JNA));
    }

    @ParameterizedTest
    @CsvSource({
        "BUFFERED, PSYNC, NOWAIT, JNA, buffered-uncached-hits-nowait",
        "BUFFERED, PVSYNC2, CACHESTAT, FFM, buffered-uncached-pvsync2-ffm-hits-cachestat",
        "MMAP, MMAP, FAULTS, JNA, mmap-uncached-hits-faults",
        "MMAP, MAPPEDBYTEBUFFER, FAULTS, FFM, mmap-uncached-mappedbytebuffer-ffm-hits-faults"
    })
    void namesByWhatHitsAreTold(AccessPath path, Ioengine engine, HitTeller teller, Binding binding, String ending) {
        Workload workload = new Workload(Rw.READ, path, CacheState.UNCACHED, 4096, 256L << 20, 1, 42);
        assertThat(Cell.of("t", workload.by(engine, 1).telling(teller), binding).id())
                .isEqualTo("t-read-4k-" + ending);
    }

    @Test
    void hasAnIdOfItsOwnInTheWholeCrossProduct() {
        List<String> ids = Stream.of("disk", "disk-2", "nvme_0.x", "ext4")
                .flatMap(target -> crossProduct()
                        .flatMap(CellTest::inEveryWay)
                        .flatMap(workload ->
                                Stream.of(Binding.values()).map(binding -> Cell.of(target, workload, binding)))
                        .distinct()
                        .map(Cell::id))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    /** It names files, tags of interval logs and anchors of pages. */
    @Test
    void hasAnIdThatFitsFileNamesAndTags() {
        assertThat(crossProduct().map(workload -> Cell.of("nvme_0.x", workload).id()))
                .isNotEmpty()
                .allMatch(id -> id.matches("[a-z0-9_.-]+"))
                .noneMatch(id -> id.contains(",") || id.contains(" ") || id.contains(":"));
    }

    private static Stream<Workload> inEveryWay(Workload workload) {
        return Ioengine.of(workload.path()).stream()
                .flatMap(engine -> (engine.queues() ? Stream.of(1, 2, 128) : Stream.of(1))
                        .map(depth -> workload.by(engine, depth)))
                .flatMap(way -> Stream.of(HitTeller.values())
                        .filter(teller -> teller.fits(way))
                        .map(way::telling));
    }

    private static Stream<Workload> crossProduct() {
        List<CacheState> states = IntStream.iterate(0, share -> share <= 100, share -> share + 10)
                .mapToObj(CacheState::mixed)
                .toList();
        return Stream.of(Rw.values())
                .flatMap(rw -> Stream.of(AccessPath.values())
                        .flatMap(path -> states.stream()
                                .flatMap(state -> Stream.of(512, 4096, 65_536, 1 << 20)
                                        .flatMap(bs -> Stream.of(1, 2, 16)
                                                .map(jobs ->
                                                        new Workload(rw, path, state, bs, 256L << 20, jobs, 42))))));
    }
}
