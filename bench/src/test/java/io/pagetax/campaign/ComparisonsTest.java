package io.pagetax.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.plan.Cell;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonsTest {

    @ParameterizedTest
    @CsvSource({
        "PSYNC, 1, JNA, BUFFERED, t-randread-4k-buffered-uncached",
        "PSYNC, 1, FFM, BUFFERED, t-randread-4k-buffered-uncached-ffm",
        "PSYNC, 1, JNA, DONTCACHE, t-randread-4k-dontcache-uncached",
        "PVSYNC2, 1, JNA, BUFFERED, t-randread-4k-buffered-uncached-pvsync2",
        "PVSYNC2, 1, JNA, DONTCACHE, t-randread-4k-dontcache-uncached",
        "IO_URING, 32, JNA, BUFFERED, t-randread-4k-buffered-uncached-io_uring-qd32",
        "IO_URING, 32, FFM, DONTCACHE, t-randread-4k-dontcache-uncached-io_uring-qd32-ffm",
        "FILECHANNEL, 1, JNA, BUFFERED, t-randread-4k-buffered-uncached-filechannel",
        "FILECHANNEL, 1, JNA, DONTCACHE, "
    })
    void comparesWithWhatIsAlikeInAllButThePath(
            Ioengine engine, int depth, Binding binding, AccessPath path, String counterpart) {
        Workload direct = new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, 4096, 256L << 20, 1, 42);
        Cell cell = Cell.of("t", direct.by(engine, depth), binding);
        assertThat(Comparisons.counterpart(cell, path).map(Cell::id).orElse(null))
                .isEqualTo(counterpart);
    }
}
