package io.pagetax.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one cell asks for.
 *
 * @param rw direction and order
 * @param path how data gets to the program
 * @param cache state of the page cache when a sample starts
 * @param ioengine how operations are issued
 * @param iodepth operations that a job keeps in flight; 1 unless the engine can keep more
 * @param blockSizeBytes bytes per operation; fio's {@code bs}
 * @param sizeBytes bytes of the file that are used, from its start; fio's {@code size}
 * @param numjobs threads that are measured, each on its own share of the file
 * @param seed of all that is random
 * @param hits by what hits and misses of the page cache are told apart
 * @param blocks which of the file's blocks are visited
 * @param company what other threads do to the file meanwhile
 */
public record Workload(
        Rw rw,
        AccessPath path,
        CacheState cache,
        Ioengine ioengine,
        int iodepth,
        int blockSizeBytes,
        long sizeBytes,
        int numjobs,
        long seed,
        HitTeller hits,
        Blocks blocks,
        Company company) {

    /** Operations between two looks at the clock of the run; every job has room for at least as many. */
    public static final int BATCH = 64;

    /** The largest block, so that one fits any buffer. */
    public static final int MAX_BLOCK_SIZE = 1 << 26;

    /** More than any device has room for. */
    public static final int MAX_IODEPTH = 4096;

    /** Blocks of a job for each operation in flight, at least. */
    private static final int PASS_DEPTHS = 4;

    /** All blocks of a job's queue are one piece of memory. */
    private static final long MAX_QUEUE_BYTES = 1L << 30;

    /** The largest page of any kernel that this runs on (aarch64 with CONFIG_ARM64_64K_PAGES). */
    private static final int LARGEST_PAGE = 1 << 16;

    /** The smallest page of any kernel that this runs on. */
    private static final int SMALLEST_PAGE = 4096;

    private static final int SECTOR = 512;
    private static final double PERCENT = 100;

    /** One operation at a time, issued as the path has it by default, hits and misses together. */
    public Workload(
            Rw rw, AccessPath path, CacheState cache, int blockSizeBytes, long sizeBytes, int numjobs, long seed) {
        this(
                rw,
                path,
                cache,
                Ioengine.defaultOf(path),
                1,
                blockSizeBytes,
                sizeBytes,
                numjobs,
                seed,
                HitTeller.NONE,
                Blocks.ALL,
                Company.NONE);
    }

    /** The same by another engine. */
    public Workload by(Ioengine engine, int depth) {
        return new Workload(
                rw, path, cache, engine, depth, blockSizeBytes, sizeBytes, numjobs, seed, hits, blocks, company);
    }

    /** The same on another path by another engine. */
    public Workload on(AccessPath otherPath, Ioengine engine) {
        return new Workload(
                rw, otherPath, cache, engine, iodepth, blockSizeBytes, sizeBytes, numjobs, seed, hits, blocks, company);
    }

    /** The same in another direction or order. */
    public Workload ordered(Rw order) {
        return new Workload(
                order, path, cache, ioengine, iodepth, blockSizeBytes, sizeBytes, numjobs, seed, hits, blocks, company);
    }

    /** The same with hits and misses told apart. */
    public Workload telling(HitTeller teller) {
        return new Workload(
                rw, path, cache, ioengine, iodepth, blockSizeBytes, sizeBytes, numjobs, seed, teller, blocks, company);
    }

    /** The same in another state of the page cache, all blocks visited. */
    public Workload in(CacheState state) {
        return in(state, Blocks.ALL);
    }

    /** The same in another state of the page cache, of which a part is visited. */
    public Workload in(CacheState state, Blocks visited) {
        return new Workload(
                rw, path, state, ioengine, iodepth, blockSizeBytes, sizeBytes, numjobs, seed, hits, visited, company);
    }

    /** The same by so many jobs, while other threads do something to the file. */
    public Workload beside(Company others, int jobs) {
        return new Workload(
                rw, path, cache, ioengine, iodepth, blockSizeBytes, sizeBytes, jobs, seed, hits, blocks, others);
    }

    /** The same without company, by as many jobs as have a share of the file now: all of them are measured then. */
    public Workload alone() {
        return beside(Company.NONE, shares());
    }

    /**
     * What a thread of the {@linkplain #company() company} does, if it reads: single operations in the same order on a
     * share that is in the same state of the cache. Its jobs are those after the {@link #numjobs()} measured ones.
     */
    public Workload companion() {
        AccessPath way = Objects.requireNonNull(company.kind().path(), "it does not read");
        return new Workload(
                rw.isRandom() ? Rw.RANDREAD : Rw.READ,
                way,
                cache,
                Ioengine.defaultOf(way),
                1,
                blockSizeBytes,
                sizeBytes,
                numjobs,
                seed,
                HitTeller.NONE,
                Blocks.ALL,
                company);
    }

    /** Jobs that have a share of the file, be they measured or not. */
    private int shares() {
        return numjobs + company.readers();
    }

    /** Whether system calls are made for each operation, so that it matters by what binding. */
    public boolean usesBinding() {
        return ioengine.usesBinding() || hits != HitTeller.NONE;
    }

    /** Whether each operation is recorded as a hit or as a miss of the page cache. */
    public boolean tellsHits() {
        return hits != HitTeller.NONE || path.looksFirst();
    }

    /** Whether the file is written to, if only to make its pages dirty, or beyond the data. */
    public boolean writes() {
        return rw.isWrite() || cache.isDirty() || company.changesFile();
    }

    /** Whether the same pages are resident, and as dirty, after a pass as before. */
    public boolean leavesCacheAlone() {
        boolean pastTheCache = path == AccessPath.DIRECT || path.looksFirst();
        return pastTheCache && !rw.isWrite() && !(cache.isDirty() && blocks != Blocks.ABSENT);
    }

    /** Of the blocks that are visited, the share that is in the page cache when a pass begins. */
    public double residentShare() {
        return switch (blocks) {
            case ALL -> cache.residentPercent() / PERCENT;
            case RESIDENT -> 1;
            case ABSENT -> 0;
        };
    }

    /** What is wrong with it, in sentences for a user; empty if it can be run. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (blockSizeBytes < SECTOR || blockSizeBytes % SECTOR != 0 || blockSizeBytes > MAX_BLOCK_SIZE) {
            problems.add("--bs " + blockSizeBytes + ": not a multiple of " + SECTOR + " from 512 to 64m");
        } else if (sizeBytes % blockSizeBytes != 0) {
            problems.add("--size " + sizeBytes + ": not a multiple of --bs " + blockSizeBytes);
        } else if (numjobs > 0 && fewestBlocks() < BATCH) {
            problems.add("--size " + ByteSize.format(sizeBytes) + ": too small, each job needs at least " + BATCH
                    + " blocks" + (isAll() ? "" : " of those that are visited") + ", here "
                    + ByteSize.format((long) Math.ceil(BATCH / visitedShare()) * visitedUnit() * shares()));
        }
        if (numjobs < 1) {
            problems.add("--numjobs " + numjobs + ": at least 1");
        }
        if (rw.isWrite() && !path.writes()) {
            problems.add("--path " + path + ": has no writing form (direct and buffered have)");
        }
        if (!ioengine.carries(path)) {
            problems.add("--ioengine " + ioengine + ": does not carry --path " + path + "; accepted: "
                    + Ioengine.words(Ioengine.of(path)));
        }
        depthProblem().ifPresent(problems::add);
        stateProblem().ifPresent(problems::add);
        companyProblem().ifPresent(problems::add);
        if (!hits.fits(this)) {
            problems.add("--hits " + hits + ": takes " + hits.accepted());
        }
        return problems;
    }

    private Optional<String> depthProblem() {
        String option = "--iodepth " + iodepth + ": ";
        if (iodepth < 1 || iodepth > MAX_IODEPTH) {
            return Optional.of(option + "not from 1 to " + MAX_IODEPTH);
        }
        if (iodepth > 1 && !ioengine.queues()) {
            return Optional.of(option + "--ioengine " + ioengine + " keeps one operation in flight");
        }
        boolean queueWithBlocks = iodepth > 1 && blockSizeBytes > 0 && numjobs > 0;
        if (queueWithBlocks && (long) iodepth * blockSizeBytes > MAX_QUEUE_BYTES) {
            return Optional.of(option + "with --bs " + ByteSize.format(blockSizeBytes) + " more than "
                    + ByteSize.format(MAX_QUEUE_BYTES) + " of blocks a job");
        }
        // A queue is filled and drained once a pass: with fewer blocks it would hardly ever be full.
        if (queueWithBlocks && fewestBlocks() < (long) iodepth * PASS_DEPTHS) {
            return Optional.of(option + "each job needs " + PASS_DEPTHS + " times as many blocks, here "
                    + ByteSize.format((long) PASS_DEPTHS * iodepth * visitedUnit() * shares()));
        }
        return Optional.empty();
    }

    /** States that make sense only where operations leave the cache, or a part of it, as they found it. */
    private Optional<String> stateProblem() {
        boolean direct = path == AccessPath.DIRECT;
        if (cache.isStray() && !direct && !path.looksFirst()) {
            return Optional.of("--cache stray: takes --path direct, hybrid-cachestat, hybrid-nowait");
        }
        if (cache.isDirty() && !(direct && !rw.isWrite())) {
            return Optional.of("--cache " + cache + ": takes reads with --path direct");
        }
        if (!isAll() && !(cache.isDrawn() && rw.isRandom())) {
            return Optional.of("--blocks " + blocks + ": takes random order and --cache mixed:P or dirty:P");
        }
        return Optional.empty();
    }

    /** Threads that do something beside are held to the measured jobs' state, and have to leave their data alone. */
    private Optional<String> companyProblem() {
        String option = "--beside " + company + ": ";
        if (company.readers() > 0 && (cache.isStray() || cache.isDirty())) {
            return Optional.of(option + "takes --cache uncached, mixed:P, cached");
        }
        if (company.changesFile() && sizeBytes % LARGEST_PAGE != 0) {
            return Optional.of(option + "takes --size in multiples of " + ByteSize.format(LARGEST_PAGE));
        }
        return Optional.empty();
    }

    private boolean isAll() {
        return blocks == Blocks.ALL;
    }

    /** Of the file's blocks, the share that is visited. */
    private double visitedShare() {
        double resident = cache.residentPercent() / PERCENT;
        return switch (blocks) {
            case ALL -> 1;
            case RESIDENT -> resident;
            case ABSENT -> 1 - resident;
        };
    }

    /** The share of the file that job {@code index} works on; those beside come after the measured ones. */
    public Region region(int index) {
        long from = start(index);
        return new Region(from, start(index + 1) - from);
    }

    /** What operations visit of a job's share: all but the end of the file, if a stray page is to stay there. */
    public Region visited(int index) {
        Region region = region(index);
        boolean last = index == shares() - 1;
        long spared = cache.isStray() && last ? commonMultiple(blockSizeBytes, LARGEST_PAGE) : 0;
        return new Region(region.offset(), region.length() - spared);
    }

    /** Shares begin on a block that begins on a page, so that no two jobs share a page. */
    private long start(int index) {
        if (index == shares()) {
            return sizeBytes;
        }
        long unit = commonMultiple(blockSizeBytes, LARGEST_PAGE);
        return sizeBytes / unit * index / shares() * unit;
    }

    /**
     * Whether one block of each page is visited, and not all: in random order, if a page has several.
     *
     * @param pageBytes of this machine
     */
    public boolean visitsOneBlockAPage(long pageBytes) {
        return rw.isRandom() && blockSizeBytes < pageBytes;
    }

    /** Bytes of the file for each operation of a pass: in random order one block of a page is visited, if it has several. */
    private int visitedUnit() {
        return visitsOneBlockAPage(SMALLEST_PAGE) ? SMALLEST_PAGE : blockSizeBytes;
    }

    private long fewestBlocks() {
        return IntStream.range(0, shares())
                .mapToLong(index ->
                        Math.round(Math.floor(visitedShare() * visited(index).length() / visitedUnit())))
                .min()
                .orElse(0);
    }

    /** The least common multiple of a block and a page, in bytes; a page is a power of two. */
    public static long commonMultiple(long blockSizeBytes, long pageBytes) {
        return blockSizeBytes * (pageBytes / Math.min(pageBytes, Long.lowestOneBit(blockSizeBytes)));
    }
}
