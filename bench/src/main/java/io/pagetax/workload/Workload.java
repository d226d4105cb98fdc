package io.pagetax.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * What one cell asks for.
 *
 * @param rw direction and order
 * @param path how data gets to the program
 * @param cache state of the page cache when a sample starts
 * @param blockSizeBytes bytes per operation; fio's {@code bs}
 * @param sizeBytes bytes of the file that are used, from its start; fio's {@code size}
 * @param numjobs threads, each on its own share of the file
 * @param seed of all that is random
 */
public record Workload(
        Rw rw, AccessPath path, CacheState cache, int blockSizeBytes, long sizeBytes, int numjobs, long seed) {

    /** Operations between two looks at the clock of the run; every job has room for at least as many. */
    public static final int BATCH = 64;

    /** The largest block, so that one fits any buffer. */
    public static final int MAX_BLOCK_SIZE = 1 << 26;

    private static final int SECTOR = 512;

    /** What is wrong with it, in sentences for a user; empty if it can be run. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (blockSizeBytes < SECTOR || blockSizeBytes % SECTOR != 0 || blockSizeBytes > MAX_BLOCK_SIZE) {
            problems.add("--bs " + blockSizeBytes + ": not a multiple of " + SECTOR + " from 512 to 64m");
        } else if (sizeBytes % blockSizeBytes != 0) {
            problems.add("--size " + sizeBytes + ": not a multiple of --bs " + blockSizeBytes);
        } else if (sizeBytes / blockSizeBytes / Math.max(1, numjobs) < BATCH) {
            problems.add("--size " + ByteSize.format(sizeBytes) + ": too small, each job needs at least " + BATCH
                    + " blocks, here " + ByteSize.format((long) BATCH * blockSizeBytes * Math.max(1, numjobs)));
        }
        if (numjobs < 1) {
            problems.add("--numjobs " + numjobs + ": at least 1");
        }
        if (rw.isWrite() && !path.writes()) {
            problems.add("--path " + path + ": has no writing form (direct and buffered have)");
        }
        return problems;
    }

    /** The share of the file that job {@code index} works on. */
    public Region region(int index) {
        long blocks = sizeBytes / blockSizeBytes;
        long from = blocks * index / numjobs;
        long to = blocks * (index + 1) / numjobs;
        return new Region(from * blockSizeBytes, (to - from) * blockSizeBytes);
    }
}
