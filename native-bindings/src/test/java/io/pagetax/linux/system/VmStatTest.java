package io.pagetax.linux.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.testing.DiskTempFolder;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VmStatTest {

    private static final int MIB = 1 << 20;

    @TempDir(factory = DiskTempFolder.class)
    private Path folder;

    private VmStat vmstat(String text) throws IOException {
        return VmStat.of(NamedNumbers.read(Files.writeString(folder.resolve("vmstat"), text)));
    }

    @Test
    void numbersThatCountTheSamePagesAgainAreLeftOut() throws IOException {
        assertThat(vmstat("""
                        nr_dirtied 1
                        nr_written 2
                        pgpgin 3
                        pgpgout 4
                        allocstall_dma 1
                        allocstall_normal 2
                        allocstall_movable 3
                        pgmajfault 5
                        workingset_refault_anon 70
                        workingset_refault_file 6
                        pgsteal_kswapd 10
                        pgsteal_direct 20
                        pgsteal_khugepaged 30
                        pgsteal_proactive 40
                        pgsteal_anon 60
                        pgsteal_file 40
                        pgscan_kswapd 100
                        pgscan_direct 200
                        pgscan_khugepaged 300
                        pgscan_proactive 400
                        pgscan_direct_throttle 999
                        pgscan_anon 600
                        pgscan_file 400
                        drop_pagecache 7
                        """)).isEqualTo(new VmStat(1L, 2L, 3 * 1024L, 4 * 1024L, 5L, 1000L, 100L, 6L, 6L, 7L));
    }

    @Test
    void whatTheKernelDoesNotTellIsNull() throws IOException {
        VmStat some = vmstat("pgscan_kswapd 5\nallocstall 3\n");
        assertThat(some).isEqualTo(new VmStat(null, null, null, null, null, 5L, null, null, 3L, null));
        VmStat none = vmstat("");
        assertThat(some.minus(none)).isEqualTo(none);
    }

    @Test
    void differenceIsTakenFieldByField() {
        VmStat later = new VmStat(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L);
        VmStat earlier = new VmStat(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(later.minus(earlier)).isEqualTo(new VmStat(9L, 18L, 27L, 36L, 45L, 54L, 63L, 72L, 81L, 90L));
    }

    @Test
    void writingThroughTheCacheIsCounted() throws IOException {
        Requirements.disk(folder);
        VmStat before = VmStat.read();
        try (LinuxFile file = LinuxFile.open(folder.resolve("file"), OpenFlag.RDWR, OpenFlag.CREAT);
                AlignedBuffer block = AlignedBuffer.allocate(MIB)) {
            for (int i = 0; i < 8; i++) {
                file.write(block.address(), block.length(), (long) i * MIB);
            }
            file.sync();
        }
        VmStat traffic = VmStat.read().minus(before);
        // Processors hand in what they counted now and then.
        long pages = 7L * MIB / NativeMemory.pageSize();
        assertThat(traffic.dirtiedPages()).isGreaterThanOrEqualTo(pages);
        assertThat(traffic.writtenPages()).isGreaterThanOrEqualTo(pages);
        assertThat(traffic.pagedOutBytes()).isGreaterThanOrEqualTo(7L * MIB);
    }
}
