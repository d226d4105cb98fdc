package io.pagetax.plan;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Blocks;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Company;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cells of the paired experiment: what direct I/O costs, and what it would cost if it went through the page cache or
 * looked there first.
 */
public final class TaxCells {

    private static final CacheState HALF = CacheState.mixed(50);
    private static final CacheState HALF_DIRTY = CacheState.dirty(50);
    private static final List<Integer> SHARES = List.of(1, 10, 50, 90);

    /** Threads that share a file between two paths: 3:1, 1:1, 1:3, and each alone. */
    private static final int MIXED_JOBS = 4;

    private TaxCells() {}

    /**
     * The cells for a target. Those that a size or a block size leaves no room for are left out.
     *
     * @param binding by which operations are issued
     * @param bases random reads: for each the taxes that every block size, depth and number of jobs is asked for; for the
     *     first one also states, writes, hit ratios and the control
     * @param thorough whether for the first also every share of cached pages, sequential order and mixed access
     * @param writes whether the file may be written to
     */
    public static List<Cell> of(
            String target, Binding binding, List<Workload> bases, boolean thorough, boolean writes) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (Workload base : bases) {
            Workload direct = direct(base);
            boolean first = base.equals(bases.get(0));
            Stream<Workload> states = Stream.concat(
                    states(direct), thorough ? Stream.concat(shares(direct), mixes(direct)) : Stream.empty());
            Stream.concat(taxes(direct), first ? states : Stream.empty())
                    .filter(workload -> writes || !workload.writes())
                    .filter(workload -> workload.problems().isEmpty())
                    .forEach(workload -> cells.add(Cell.of(target, workload, binding)));
            if (first) {
                cells.add(Cell.of(target, direct, binding).again());
            }
        }
        return List.copyOf(cells);
    }

    private static Workload direct(Workload base) {
        Ioengine engine = base.iodepth() > 1 ? Ioengine.IO_URING : Ioengine.PSYNC;
        return base.on(AccessPath.DIRECT, engine).in(CacheState.UNCACHED);
    }

    /** What putting a page into the cache, taking it out again and looking for it costs, what a hit and a copy. */
    private static Stream<Workload> taxes(Workload direct) {
        Workload buffered = through(direct, AccessPath.BUFFERED);
        return Stream.of(
                direct,
                buffered,
                through(direct, AccessPath.DONTCACHE),
                through(direct, AccessPath.HYBRID_CACHESTAT),
                buffered.in(CacheState.CACHED),
                through(direct, AccessPath.MMAP).in(CacheState.CACHED));
    }

    /** With a queue, only paths that io_uring carries are counterparts; the others are then found to be none. */
    private static Workload through(Workload direct, AccessPath path) {
        return direct.on(path, direct.iodepth() > 1 ? direct.ioengine() : Ioengine.defaultOf(path));
    }

    /** What it costs direct I/O that something is in the cache, and what half of the file there and all of it is worth. */
    private static Stream<Workload> states(Workload direct) {
        Workload hybrid = through(direct, AccessPath.HYBRID_CACHESTAT);
        Workload write = direct.ordered(Rw.RANDWRITE);
        return Stream.of(
                direct.in(CacheState.STRAY),
                direct.in(HALF, Blocks.RESIDENT),
                direct.in(CacheState.CACHED),
                direct.in(HALF_DIRTY, Blocks.RESIDENT),
                hybrid.in(HALF),
                hybrid.in(CacheState.CACHED),
                through(direct, AccessPath.BUFFERED).in(HALF),
                write,
                write.in(CacheState.CACHED));
    }

    private static Stream<Workload> shares(Workload direct) {
        Stream<Workload> drawn = SHARES.stream()
                .map(CacheState::mixed)
                .flatMap(share -> Stream.of(
                        direct.in(share, Blocks.RESIDENT),
                        direct.in(share, Blocks.ABSENT),
                        through(direct, AccessPath.BUFFERED).in(share),
                        through(direct, AccessPath.HYBRID_CACHESTAT).in(share),
                        through(direct, AccessPath.HYBRID_NOWAIT).in(share)));
        Stream<Workload> rest = Stream.of(
                direct.in(HALF_DIRTY, Blocks.ABSENT),
                through(direct, AccessPath.HYBRID_NOWAIT),
                through(direct, AccessPath.HYBRID_NOWAIT).in(CacheState.CACHED),
                through(direct, AccessPath.MMAP),
                through(direct, AccessPath.DONTCACHE).in(CacheState.CACHED),
                through(direct.ordered(Rw.RANDWRITE), AccessPath.BUFFERED));
        Workload read = direct.ordered(Rw.READ);
        Workload write = direct.ordered(Rw.WRITE);
        Stream<Workload> sequential = Stream.of(
                read,
                through(read, AccessPath.BUFFERED),
                through(read, AccessPath.DONTCACHE),
                through(read, AccessPath.BUFFERED).in(CacheState.CACHED),
                through(read, AccessPath.MMAP).in(CacheState.CACHED),
                write,
                write.in(CacheState.CACHED),
                through(write, AccessPath.BUFFERED));
        return Stream.of(drawn, rest, sequential).flatMap(all -> all);
    }

    /** Direct reads and others at once on one file, each side of every ratio measured; and while the file changes. */
    private static Stream<Workload> mixes(Workload direct) {
        Stream<Workload> ratios = Stream.of(AccessPath.BUFFERED, AccessPath.MMAP)
                .flatMap(path -> Stream.concat(ratios(direct, path), ratios(through(direct, path), AccessPath.DIRECT)));
        Stream<Workload> changes = Stream.of(Company.Kind.APPEND, Company.Kind.TRUNCATE, Company.Kind.PUNCH)
                .map(kind -> new Company(kind, 1))
                .flatMap(company -> Stream.of(direct, through(direct, AccessPath.BUFFERED))
                        .map(alone -> alone.beside(company, alone.numjobs())));
        return Stream.concat(ratios, changes);
    }

    private static Stream<Workload> ratios(Workload measured, AccessPath others) {
        return IntStream.rangeClosed(1, MIXED_JOBS)
                .mapToObj(jobs -> measured.beside(
                        jobs == MIXED_JOBS ? Company.NONE : Company.reading(others, MIXED_JOBS - jobs), jobs));
    }
}
