package io.pagetax.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.pagetax.DiskFolder;
import io.pagetax.engine.Engines;
import io.pagetax.testfile.DataFile;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.HitTeller;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(DiskFolder.class)
class HotPathAllocationTest {

    private static final int BS = 4096;
    private static final int DEPTH = 32;
    private static final int BATCHES = 200;

    /**
     * Batches in which the JVM allocates on the thread's account while it loads, links and compiles. An operation that
     * allocated would do so in all of them.
     */
    private static final int JVM_EVENTS = 8;

    private static final long SIZE = 10L * Workload.BATCH * BS;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir(factory = DiskFolder.class)
    Path folder;

    static Stream<Workload> workloads() {
        return Stream.of(Rw.values())
                .flatMap(rw -> Stream.of(AccessPath.values())
                        .filter(path -> path.writes() || !rw.isWrite())
                        .map(path -> new Workload(rw, path, CacheState.UNCACHED, BS, SIZE, 1, 1)))
                .flatMap(workload -> Ioengine.of(workload.path()).stream()
                        .map(engine -> workload.by(engine, engine.queues() ? DEPTH : 1)))
                .flatMap(workload -> Stream.of(HitTeller.values())
                        .filter(teller -> teller.fits(workload))
                        .map(workload::telling));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void batchAllocatesNothing(Workload workload) throws Exception {
        try (DataFile file = DataFile.create(folder, SIZE, () -> false)) {
            assumeTrue(Engines.unavailabilityCause(workload, file.path()).isEmpty(), "skipped: unsupported");
            try (Job job = new Job(workload, file.path(), 0, 1)) {
                job.startSample();
                int allocating = 0;
                for (int i = 0; i < BATCHES; i++) {
                    job.beforeBatch();
                    allocating += allocatedBy(job) == 0 ? 0 : 1;
                }
                assertThat(allocating).isLessThanOrEqualTo(JVM_EVENTS);
            }
        }
    }

    private static long allocatedBy(Job job) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        job.runBatch(true);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
