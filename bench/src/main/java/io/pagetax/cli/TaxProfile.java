package io.pagetax.cli;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How thoroughly {@code tax} looks. */
enum TaxProfile implements SampleTimes {
    /** One block size, one job: in four minutes on one target. */
    QUICK(6, Duration.ofMillis(150), Duration.ofMillis(500), List.of(4096L), List.of(1), Duration.ofSeconds(230)),
    /** Block sizes, jobs, depths, all shares of cached pages, sequential order. */
    STANDARD(7, Duration.ofMillis(300), Duration.ofSeconds(1), Sizes.ALL, List.of(1, 32), null),
    /** The same, longer and more often. */
    FULL(15, Duration.ofSeconds(1), Duration.ofSeconds(3), Sizes.ALL, List.of(1, 32), null);

    private final int rounds;
    private final Duration warmup;
    private final Duration runtime;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final List<Long> blockSizes;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final List<Integer> depths;

    private final @Nullable Duration limit;

    TaxProfile(
            int rounds,
            Duration warmup,
            Duration runtime,
            List<Long> blockSizes,
            List<Integer> depths,
            @Nullable Duration limit) {
        this.rounds = rounds;
        this.warmup = warmup;
        this.runtime = runtime;
        this.blockSizes = blockSizes;
        this.depths = depths;
        this.limit = limit;
    }

    /** The first is the one that is asked everything. */
    private static final class Sizes {
        static final List<Long> ALL = List.of(4096L, 512L, 16_384L, 65_536L, 262_144L, 1_048_576L);
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

    List<Long> blockSizes() {
        return blockSizes;
    }

    List<Integer> depths() {
        return depths;
    }

    /** One job, and beyond {@link #QUICK} as many as there are processors, doubled up to there. */
    List<Integer> jobs() {
        int processors = Runtime.getRuntime().availableProcessors();
        return this == QUICK
                ? List.of(1)
                : IntStream.iterate(1, jobs -> jobs <= processors, jobs -> jobs * 2)
                        .boxed()
                        .toList();
    }

    boolean thorough() {
        return this != QUICK;
    }

    /** Time that it keeps to, if it promises one. */
    @Nullable Duration limit() {
        return limit;
    }
}
