package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * What this process may use of the machine. Null: unlimited or unknown; which, says {@link Environment#unknown()}.
 *
 * @param memoryLimitBytes of the control groups that hold it, the tightest
 * @param memoryUsageBytes of the group with that limit, its page cache included
 * @param cpuQuota processors' worth of time that the control groups grant
 * @param openFiles RLIMIT_NOFILE, soft
 * @param lockedMemoryBytes RLIMIT_MEMLOCK, soft
 * @param ioUringDisabled {@code kernel.io_uring_disabled}: 0 for all, 1 for those outside of a group, 2 for none allowed
 */
public record LimitFacts(
        @Nullable Long memoryLimitBytes,
        @Nullable Long memoryUsageBytes,
        @Nullable Double cpuQuota,
        @Nullable Long openFiles,
        @Nullable Long lockedMemoryBytes,
        @Nullable Long ioUringDisabled) {

    /** Of files that were written before there were such facts. */
    static final LimitFacts NOT_RECORDED = new LimitFacts(null, null, null, null, null, null);
}
