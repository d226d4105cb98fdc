package io.pagetax.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxCellsTest {

    private static Workload base(int blockSize, long size) {
        return new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, blockSize, size, 1, 42);
    }

    private static List<String> ids(List<Cell> cells) {
        return cells.stream().map(Cell::id).toList();
    }

    @Test
    void areTheTaxesTheStatesAndTheControlOfTheFirstBase() {
        assertThat(ids(TaxCells.of("t", Binding.JNA, List.of(base(4096, 256 << 20)), false, true)))
                .containsExactlyInAnyOrder(
                        "t-randread-4k-direct-uncached",
                        "t-randread-4k-direct-uncached-again",
                        "t-randread-4k-direct-stray",
                        "t-randread-4k-direct-mixed50-resident",
                        "t-randread-4k-direct-cached",
                        "t-randread-4k-direct-dirty50-resident",
                        "t-randread-4k-buffered-uncached",
                        "t-randread-4k-buffered-mixed50",
                        "t-randread-4k-buffered-cached",
                        "t-randread-4k-dontcache-uncached",
                        "t-randread-4k-hybrid-cachestat-uncached",
                        "t-randread-4k-hybrid-cachestat-mixed50",
                        "t-randread-4k-hybrid-cachestat-cached",
                        "t-randread-4k-mmap-cached",
                        "t-randwrite-4k-direct-uncached",
                        "t-randwrite-4k-direct-cached");
    }

    @Test
    void ofOtherBasesAreTheTaxesAlone() {
        Workload first = base(4096, 256 << 20);
        List<String> one = ids(TaxCells.of("t", Binding.JNA, List.of(first), true, true));
        List<String> more = ids(TaxCells.of("t", Binding.JNA, List.of(first, base(65_536, 256 << 20)), true, true));
        assertThat(more)
                .startsWith(one.toArray(String[]::new))
                .filteredOn(id -> !one.contains(id))
                .hasSize(6)
                .allMatch(id -> id.contains("-64k-"));
    }

    @Test
    void takeOnlyPathsThatIoUringCarriesIfThereIsAQueue() {
        List<String> queued = ids(TaxCells.of(
                "t",
                Binding.JNA,
                List.of(base(4096, 256 << 20), base(4096, 256 << 20).by(Ioengine.IO_URING, 8)),
                false,
                true));
        assertThat(queued)
                .filteredOn(id -> id.endsWith("-qd8"))
                .containsExactlyInAnyOrder(
                        "t-randread-4k-direct-uncached-io_uring-qd8",
                        "t-randread-4k-buffered-uncached-io_uring-qd8",
                        "t-randread-4k-dontcache-uncached-io_uring-qd8",
                        "t-randread-4k-buffered-cached-io_uring-qd8");
    }

    @Test
    void writeNothingIfTheyMayNot() {
        assertThat(TaxCells.of("t", Binding.JNA, List.of(base(4096, 256 << 20)), true, false))
                .isNotEmpty()
                .noneMatch(cell -> cell.workload().writes());
    }

    @Test
    void mixDirectReadsWithOthersInEveryRatioIfThorough() {
        assertThat(ids(TaxCells.of("t", Binding.JNA, List.of(base(4096, 256 << 20)), true, true)))
                .contains(
                        "t-randread-4k-direct-uncached-j4",
                        "t-randread-4k-direct-uncached-j3-beside-buffered1",
                        "t-randread-4k-direct-uncached-j2-beside-buffered2",
                        "t-randread-4k-direct-uncached-beside-buffered3",
                        "t-randread-4k-buffered-uncached-beside-direct3",
                        "t-randread-4k-buffered-uncached-j2-beside-direct2",
                        "t-randread-4k-buffered-uncached-j3-beside-direct1",
                        "t-randread-4k-buffered-uncached-j4",
                        "t-randread-4k-mmap-uncached-j3-beside-direct1",
                        "t-randread-4k-direct-uncached-beside-append",
                        "t-randread-4k-direct-uncached-beside-truncate",
                        "t-randread-4k-direct-uncached-beside-punch")
                .filteredOn(id -> id.contains("-beside-"))
                .hasSize(18);
    }

    @Test
    void leaveOutWhatTheFileIsTooSmallFor() {
        List<Cell> small = TaxCells.of("t", Binding.JNA, List.of(base(4096, 1 << 20)), true, true);
        assertThat(small).allMatch(cell -> cell.workload().problems().isEmpty());
        assertThat(ids(small))
                .contains("t-randread-4k-direct-mixed50-resident")
                .noneMatch(id -> id.contains("mixed1-resident"));
    }

    @Test
    void haveNamesOfTheirOwn() {
        List<Cell> cells =
                TaxCells.of("t", Binding.JNA, List.of(base(4096, 256 << 20), base(512, 256 << 20)), true, true);
        assertThat(ids(cells)).doesNotHaveDuplicates();
    }
}
