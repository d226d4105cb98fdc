package io.pagetax.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonCellsTest {

    private static final Workload BASE =
            new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, 4096, 256 << 20, 1, 42);

    private static List<Cell> cells() {
        return ComparisonCells.of("t", Binding.JNA, BASE);
    }

    @Test
    void areReadsAndWritesPastTheCacheAndThroughItAndTheControlLast() {
        assertThat(cells())
                .extracting(Cell::id)
                .containsExactly(
                        "t-randread-4k-direct-uncached",
                        "t-randread-4k-buffered-uncached",
                        "t-randread-4k-dontcache-uncached",
                        "t-randread-4k-buffered-cached",
                        "t-randread-4k-mmap-cached",
                        "t-randwrite-4k-direct-uncached",
                        "t-randwrite-4k-buffered-uncached",
                        "t-read-4k-direct-uncached",
                        "t-read-4k-buffered-uncached",
                        "t-write-4k-direct-uncached",
                        "t-write-4k-buffered-uncached",
                        "t-randread-4k-direct-uncached-again");
    }

    @Test
    void haveIdsOfTheirOwnAndNoProblems() {
        assertThat(cells()).extracting(Cell::id).doesNotHaveDuplicates();
        assertThat(cells())
                .allSatisfy(cell ->
                        assertThat(cell.workload().problems()).as(cell.id()).isEmpty());
    }

    @Test
    void haveOneControlWhichIsTheBase() {
        assertThat(cells()).filteredOn(Cell::isAgain).extracting(Cell::workload).containsExactly(BASE);
    }

    @Test
    void areOfTheTargetAndTheBinding() {
        List<Cell> cells = ComparisonCells.of("other", Binding.FFM, BASE);
        assertThat(cells).hasSameSizeAs(cells()).allMatch(cell -> cell.target().equals("other"));
        assertThat(cells)
                .filteredOn(cell -> cell.workload().usesBinding())
                .allMatch(cell -> cell.binding() == Binding.FFM);
    }
}
