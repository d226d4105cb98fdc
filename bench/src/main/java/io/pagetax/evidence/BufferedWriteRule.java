package io.pagetax.evidence;

import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.workload.AccessPath;
import java.util.Optional;

/**
 * Direct writes did not go through the page cache. Some file systems let them do that and leave no trace in the cache:
 * btrfs where it keeps checksums (kernel 6.15, commit "btrfs: always fallback to buffered write if the inode requires
 * checksum"), ext4 with data=journal. But a page that is written has to be dirtied first.
 */
final class BufferedWriteRule implements Rule<SampleExhibit> {

    /** The count is the whole machine's, so others' pages are in it. */
    private static final double DIRTIED = 0.5;

    @Override
    public Optional<Finding> check(SampleExhibit exhibit) {
        Long dirtied = exhibit.get(Quantity.DIRTIED_PAGES);
        boolean claims = exhibit.claim().rw().isWrite() && exhibit.claim().path() == AccessPath.DIRECT;
        if (!claims || dirtied == null) {
            return Optional.empty();
        }
        long written = exhibit.require(Quantity.REQUESTED_BYTES) / NativeMemory.pageSize();
        if (dirtied <= DIRTIED * written) {
            return Optional.empty();
        }
        return Finding.refuted("direct writes went through the page cache: " + dirtied + " pages were dirtied while "
                + written + " pages were written");
    }
}
