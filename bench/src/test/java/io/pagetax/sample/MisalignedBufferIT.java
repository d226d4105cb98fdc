package io.pagetax.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.evidence.Verdict;
import io.pagetax.it.LoopFileSystem;
import io.pagetax.testfile.DataFile;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** btrfs takes a buffer that is not aligned, and reads through the page cache without saying so. */
class MisalignedBufferIT {

    private static final int BS = 4096;
    private static final long SIZE = 8L << 20;

    @TempDir
    Path folder;

    @Test
    void directReadsThatBtrfsBuffersAreRefuted() throws Exception {
        try (LoopFileSystem btrfs = LoopFileSystem.make(folder, "btrfs", "400m");
                DataFile data = DataFile.create(btrfs.path(), SIZE, () -> false)) {
            Workload claim = new Workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED, BS, SIZE, 1, 42);
            Measurement taken = Measurement.take(
                    claim, data.path(), WrongReads.misaligned(data.path(), BS, 512), Duration.ofMillis(100));
            Verdict verdict = taken.verdict();
            assertThat(verdict.status()).isEqualTo(Verdict.Status.REFUTED);
            assertThat(verdict.reasons())
                    .anySatisfy(reason -> assertThat(reason).contains("direct left", "pages in the cache"));
        }
    }
}
