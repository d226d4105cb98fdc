package io.pagetax.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    /** The largest page of any kernel that this runs on (aarch64 with CONFIG_ARM64_64K_PAGES). */
    private static final int LARGEST_PAGE = 1 << 16;

    private static final int SECTOR = 512;

    /** What is wrong with it, in sentences for a user; empty if it can be run. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (blockSizeBytes < SECTOR || blockSizeBytes % SECTOR != 0 || blockSizeBytes > MAX_BLOCK_SIZE) {
            problems.add("--bs " + blockSizeBytes + ": not a multiple of " + SECTOR + " from 512 to 64m");
        } else if (sizeBytes % blockSizeBytes != 0) {
            problems.add("--size " + sizeBytes + ": not a multiple of --bs " + blockSizeBytes);
        } else if (numjobs > 0 && fewestBlocks() < BATCH) {
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
        long from = start(index);
        return new Region(from, start(index + 1) - from);
    }

    /** Shares begin on a block that begins on a page, so that no two jobs share a page. */
    private long start(int index) {
        if (index == numjobs) {
            return sizeBytes;
        }
        long unit = commonMultiple(blockSizeBytes, LARGEST_PAGE);
        return sizeBytes / unit * index / numjobs * unit;
    }

    private long fewestBlocks() {
        return IntStream.range(0, numjobs)
                .mapToLong(index -> region(index).length() / blockSizeBytes)
                .min()
                .orElse(0);
    }

    /** The least common multiple of a block and a page, in bytes; a page is a power of two. */
    public static long commonMultiple(long blockSizeBytes, long pageBytes) {
        return blockSizeBytes * (pageBytes / Math.min(pageBytes, Long.lowestOneBit(blockSizeBytes)));
    }
}
