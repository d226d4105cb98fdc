package io.pagetax.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.plan.Cell;
import io.pagetax.plan.TaxCells;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Company;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {

    private static final Workload DIRECT =
            new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, 4096, 256L << 20, 1, 42);

    @ParameterizedTest
    @CsvSource({
        "PSYNC, 1, JNA, BUFFERED, t-randread-4k-buffered-uncached",
        "PSYNC, 1, FFM, BUFFERED, t-randread-4k-buffered-uncached-ffm",
        "PSYNC, 1, JNA, DONTCACHE, t-randread-4k-dontcache-uncached",
        "PSYNC, 1, JNA, HYBRID_CACHESTAT, t-randread-4k-hybrid-cachestat-uncached",
        "PVSYNC2, 1, JNA, BUFFERED, t-randread-4k-buffered-uncached-pvsync2",
        "PVSYNC2, 1, JNA, DONTCACHE, t-randread-4k-dontcache-uncached",
        "IO_URING, 32, JNA, BUFFERED, t-randread-4k-buffered-uncached-io_uring-qd32",
        "IO_URING, 32, FFM, DONTCACHE, t-randread-4k-dontcache-uncached-io_uring-qd32-ffm",
        "FILECHANNEL, 1, JNA, BUFFERED, t-randread-4k-buffered-uncached-filechannel",
        "FILECHANNEL, 1, JNA, DONTCACHE, "
    })
    void comparesWithWhatIsAlikeInAllButThePath(
            Ioengine engine, int depth, Binding binding, AccessPath path, String counterpart) {
        Cell cell = Cell.of("t", DIRECT.by(engine, depth), binding);
        assertThat(Question.counterpart(cell, path).map(Cell::id).orElse(null)).isEqualTo(counterpart);
    }

    /** Over the same direct cell, which is uncached. */
    @ParameterizedTest
    @CsvSource({
        "tax.insertion, randread-4k-buffered-uncached, randread-4k-direct-uncached",
        "tax.insertion+removal, randread-4k-dontcache-uncached, randread-4k-direct-uncached",
        "tax.lookup, randread-4k-hybrid-cachestat-uncached, randread-4k-direct-uncached",
        "tax.lookup.nowait, randread-4k-hybrid-nowait-uncached, randread-4k-direct-uncached",
        "tax.fault, randread-4k-mmap-uncached, randread-4k-direct-uncached",
        "tax.strayPage, randread-4k-direct-stray, randread-4k-direct-uncached",
        "tax.residentBlock, randread-4k-direct-cached, randread-4k-direct-uncached",
        "tax.residentBlock, randread-4k-direct-mixed50-resident, randread-4k-direct-uncached",
        "tax.residentElsewhere, randread-4k-direct-mixed1-absent, randread-4k-direct-uncached",
        "tax.flush, randread-4k-direct-dirty50-resident, randread-4k-direct-uncached",
        "tax.dirtyElsewhere, randread-4k-direct-dirty50-absent, randread-4k-direct-uncached",
        "tax.invalidate, randwrite-4k-direct-cached, randwrite-4k-direct-uncached",
        "tax.invalidate, write-4k-direct-cached, write-4k-direct-uncached",
        "tax.insertion, read-4k-buffered-uncached, read-4k-direct-uncached",
        "gain.hit, randread-4k-buffered-cached, randread-4k-direct-uncached",
        "tax.insertion, randread-4k-buffered-uncached-io_uring-qd32, randread-4k-direct-uncached-io_uring-qd32",
        "mix.direct.buffered, randread-4k-direct-uncached-beside-buffered3, randread-4k-direct-uncached-j4",
        "mix.direct.mmap, randread-4k-direct-uncached-j3-beside-mmap1, randread-4k-direct-uncached-j4",
        "mix.buffered.direct, randread-4k-buffered-uncached-j2-beside-direct2, randread-4k-buffered-uncached-j4",
        "mix.direct.truncate, randread-4k-direct-uncached-beside-truncate, randread-4k-direct-uncached",
        "mix.mmap.direct, randread-4k-mmap-uncached-j3-beside-direct1, randread-4k-mmap-uncached-j4",
        "tax.insertion, randread-64k-buffered-uncached, randread-64k-direct-uncached"
    })
    void isAnsweredByPairsOfTheExperiment(String name, String above, String below) {
        Workload large = new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, 65_536, 256L << 20, 1, 42);
        List<Cell> cells =
                TaxCells.of("t", Binding.JNA, List.of(DIRECT, large, DIRECT.by(Ioengine.IO_URING, 32)), true, true)
                        .stream()
                        .filter(cell -> !cell.isAgain())
                        .toList();
        List<Cell> numerators =
                cells.stream().filter(cell -> cell.id().equals("t-" + above)).toList();
        assertThat(numerators).as("cells named %s among %s", above, cells).hasSize(1);
        for (Question question : Question.all()) {
            List<String> denominators = cells.stream()
                    .filter(cell -> question.pairs().test(numerators.get(0), cell))
                    .map(Cell::id)
                    .toList();
            assertThat(denominators)
                    .as(question.name())
                    .isEqualTo(question.name().equals(name) ? List.of("t-" + below) : List.of());
        }
    }

    /** It is no tax: how precisely the taxes are known must not hang on who else uses the file. */
    @Test
    void whatAPageCostsInCompanyHasANameOfItsOwn() {
        Company others = Company.parse("append");
        Cell direct = Cell.of("t", DIRECT.beside(others, 1));
        Cell buffered =
                Cell.of("t", DIRECT.on(AccessPath.BUFFERED, Ioengine.PSYNC).beside(others, 1));
        assertThat(Question.all())
                .filteredOn(question -> question.pairs().test(buffered, direct))
                .extracting(Question::name)
                .containsExactly("mix.insertion");
    }
}
