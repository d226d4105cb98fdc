package io.pagetax.linux.system;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A cgroup in a hierarchy of version 1, each of which has one controller or a few.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v1/memory.html">Memory Resource Controller</a>
 * @see <a href="https://docs.kernel.org/scheduler/sched-bwc.html">CFS Bandwidth Control</a>
 */
record CgroupV1(Path folder) implements CgroupLevel {

    /** Without a limit, the largest multiple of a page that fits is shown; pages differ between machines. */
    private static final long BEYOND_ALL_MEMORY = Long.MAX_VALUE / 2;

    @Override
    public @Nullable Long memoryLimit() {
        Long limit = CgroupLevel.number(folder.resolve("memory.limit_in_bytes"));
        return limit == null || limit > BEYOND_ALL_MEMORY ? null : limit;
    }

    @Override
    public @Nullable Long memoryUsage() {
        return CgroupLevel.number(folder.resolve("memory.usage_in_bytes"));
    }

    @Override
    public @Nullable Long inactiveFile() {
        // The name without "total" counts this cgroup without those in it.
        return CgroupLevel.number(folder.resolve("memory.stat"), "total_inactive_file");
    }

    @Override
    public @Nullable Double cpuQuota() {
        Long quota = CgroupLevel.number(folder.resolve("cpu.cfs_quota_us"));
        Long period = CgroupLevel.number(folder.resolve("cpu.cfs_period_us"));
        // Minus one stands for no limit.
        return quota == null || period == null || quota < 0 ? null : Double.valueOf((double) quota / period);
    }

    @Override
    public @Nullable Long throttledNanos() {
        return CgroupLevel.number(folder.resolve("cpu.stat"), "throttled_time");
    }
}
