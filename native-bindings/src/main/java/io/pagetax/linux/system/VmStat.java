package io.pagetax.linux.system;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The traffic through the page cache of the whole machine since boot or between two moments. Each number is null where
 * the kernel does not tell it.
 *
 * @param dirtiedPages pages of files that became dirty ({@code nr_dirtied})
 * @param writtenPages pages that writeback wrote ({@code nr_written})
 * @param pagedInBytes read from block devices, direct I/O included ({@code pgpgin}); each layer of a stack counts
 * @param pagedOutBytes written to block devices, likewise ({@code pgpgout})
 * @param majorFaults page faults that waited for I/O ({@code pgmajfault})
 * @param scannedPages pages that reclaim looked at ({@code pgscan_*}, by whom it was done)
 * @param reclaimedPages pages that it freed ({@code pgsteal_*})
 * @param refaultedFilePages pages of files that were read again soon after reclaim had taken them ({@code
 *     workingset_refault_file}, kernel 5.9)
 * @param allocationStalls times that a task had to reclaim by itself before it got memory ({@code allocstall*})
 * @param cacheDrops times that somebody emptied the page cache through /proc/sys/vm/drop_caches ({@code drop_pagecache})
 */
public record VmStat(
        @Nullable Long dirtiedPages,
        @Nullable Long writtenPages,
        @Nullable Long pagedInBytes,
        @Nullable Long pagedOutBytes,
        @Nullable Long majorFaults,
        @Nullable Long scannedPages,
        @Nullable Long reclaimedPages,
        @Nullable Long refaultedFilePages,
        @Nullable Long allocationStalls,
        @Nullable Long cacheDrops) {

    private static final Path VMSTAT = Path.of("/proc/vmstat");

    /** The kernel halves its sectors for the two numbers that are not in pages. */
    private static final long KIB = 1024;

    /** Reads /proc/vmstat. */
    public static VmStat read() throws IOException {
        return of(NamedNumbers.read(VMSTAT));
    }

    static VmStat of(NamedNumbers vmstat) {
        return new VmStat(
                vmstat.get("nr_dirtied"),
                vmstat.get("nr_written"),
                vmstat.get("pgpgin", KIB),
                vmstat.get("pgpgout", KIB),
                vmstat.get("pgmajfault"),
                // Not all that begin so: pgscan_anon and pgscan_file count the same pages again.
                vmstat.sum("pgscan_kswapd", "pgscan_direct", "pgscan_khugepaged", "pgscan_proactive"),
                vmstat.sum("pgsteal_kswapd", "pgsteal_direct", "pgsteal_khugepaged", "pgsteal_proactive"),
                vmstat.get("workingset_refault_file"),
                vmstat.sumOfAll("allocstall"),
                vmstat.get("drop_pagecache"));
    }

    /** The traffic from then to now. */
    public VmStat minus(VmStat earlier) {
        return new VmStat(
                Difference.of(dirtiedPages, earlier.dirtiedPages),
                Difference.of(writtenPages, earlier.writtenPages),
                Difference.of(pagedInBytes, earlier.pagedInBytes),
                Difference.of(pagedOutBytes, earlier.pagedOutBytes),
                Difference.of(majorFaults, earlier.majorFaults),
                Difference.of(scannedPages, earlier.scannedPages),
                Difference.of(reclaimedPages, earlier.reclaimedPages),
                Difference.of(refaultedFilePages, earlier.refaultedFilePages),
                Difference.of(allocationStalls, earlier.allocationStalls),
                Difference.of(cacheDrops, earlier.cacheDrops));
    }
}
