package io.pagetax.cli;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Named sets of cells with times that fit them. */
enum Profile implements SampleTimes {
    /** The cells that answer the question, in three minutes. */
    QUICK(7, Duration.ofMillis(400), Duration.ofMillis(1000)),
    /** Every path, order and cache state. */
    STANDARD(7, Duration.ofSeconds(1), Duration.ofSeconds(2)),
    /** The same, longer and more often. */
    FULL(15, Duration.ofSeconds(2), Duration.ofSeconds(5));

    /** Of all profiles' data files. */
    static final long SIZE = 256L << 20;

    /** Default of {@code --randseed}. */
    static final long SEED = 42;

    /** The time that {@code quick} promises to keep, less what summing up takes. */
    static final Duration QUICK_LIMIT = Duration.ofSeconds(172);

    private static final int BLOCK_SIZE = 4096;
    private static final CacheState HALF = CacheState.mixed(50);
    private static final List<CacheState> ALL_STATES = List.of(CacheState.UNCACHED, HALF, CacheState.CACHED);

    private final int rounds;
    private final Duration warmup;
    private final Duration runtime;

    Profile(int rounds, Duration warmup, Duration runtime) {
        this.rounds = rounds;
        this.warmup = warmup;
        this.runtime = runtime;
    }

    @Override
    public int rounds() {
        return rounds;
    }

    @Override
    public Duration warmup() {
        return warmup;
    }

    @Override
    public Duration runtime() {
        return runtime;
    }

    List<Workload> workloads() {
        return this == QUICK ? quickWorkloads() : allWorkloads();
    }

    private static List<Workload> quickWorkloads() {
        return List.of(
                workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.UNCACHED),
                workload(Rw.RANDREAD, AccessPath.BUFFERED, CacheState.UNCACHED),
                workload(Rw.RANDREAD, AccessPath.DONTCACHE, CacheState.UNCACHED),
                workload(Rw.RANDREAD, AccessPath.MMAP, CacheState.UNCACHED),
                workload(Rw.RANDREAD, AccessPath.DIRECT, HALF),
                workload(Rw.RANDREAD, AccessPath.BUFFERED, HALF),
                workload(Rw.RANDREAD, AccessPath.DIRECT, CacheState.CACHED),
                workload(Rw.RANDREAD, AccessPath.BUFFERED, CacheState.CACHED),
                workload(Rw.RANDREAD, AccessPath.MMAP, CacheState.CACHED));
    }

    private static List<Workload> allWorkloads() {
        return Arrays.stream(Rw.values())
                .flatMap(rw -> Arrays.stream(AccessPath.values())
                        .filter(path -> !path.looksFirst() && (path.writes() || !rw.isWrite()))
                        .flatMap(path -> ALL_STATES.stream().map(cache -> workload(rw, path, cache))))
                .toList();
    }

    private static Workload workload(Rw rw, AccessPath path, CacheState cache) {
        return new Workload(rw, path, cache, BLOCK_SIZE, SIZE, 1, SEED);
    }
}
