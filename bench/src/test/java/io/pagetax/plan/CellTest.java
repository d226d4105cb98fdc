package io.pagetax.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
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
        assertThat(Cell.of("disk", workload)).isEqualTo(new Cell(id, "disk", workload));
    }

    @Test
    void hasAnIdOfItsOwnInTheWholeCrossProduct() {
        List<String> ids = Stream.of("disk", "disk-2", "nvme_0.x", "ext4")
                .flatMap(target ->
                        crossProduct().map(workload -> Cell.of(target, workload).id()))
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

    private static Stream<Workload> crossProduct() {
        List<CacheState> states =
                IntStream.rangeClosed(0, 100).mapToObj(CacheState::new).toList();
        return Stream.of(Rw.values())
                .flatMap(rw -> Stream.of(AccessPath.values())
                        .flatMap(path -> states.stream()
                                .flatMap(state -> Stream.of(512, 4096, 65_536, 1 << 20)
                                        .flatMap(bs -> Stream.of(1, 2, 16)
                                                .map(jobs ->
                                                        new Workload(rw, path, state, bs, 256L << 20, jobs, 42))))));
    }
}
