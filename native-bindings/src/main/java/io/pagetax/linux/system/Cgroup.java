package io.pagetax.linux.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What control groups, of version 1 or 2, leave this process of the machine. A limit holds for all that is in a group, so
 * the tightest counts from the process's own group up to the root; a container sees no further up than its own.
 *
 * @param memoryLimitBytes the tightest; null if there is none. The page cache that the process fills counts towards it
 * @param memoryUsageBytes of the group with that limit, else of the process's own; null without a memory controller
 * @param inactiveFileBytes the part of that usage that is pages of files not used for long, which reclaim takes first
 * @param cpuQuota the time that the process and its neighbours may use, in processors, such as 1.5; null if unlimited
 * @param throttledNanos how long processors were kept from tasks because a quota was used up, added up over processors
 *     and groups since these were made; null without a cpu controller
 */
public record Cgroup(
        @Nullable Long memoryLimitBytes,
        @Nullable Long memoryUsageBytes,
        @Nullable Long inactiveFileBytes,
        @Nullable Double cpuQuota,
        @Nullable Long throttledNanos) {

    private static final Path SELF = Path.of("/proc/self");

    /** Reads the groups that this process is in now. */
    public static Cgroup ofThisProcess() throws IOException {
        return of(SELF);
    }

    static Cgroup of(Path process) throws IOException {
        CgroupLevel memory = tightest(CgroupPath.levels(process, "memory"));
        List<CgroupLevel> cpu = CgroupPath.levels(process, "cpu");
        return new Cgroup(
                memory == null ? null : memory.memoryLimit(),
                memory == null ? null : memory.memoryUsage(),
                memory == null ? null : memory.inactiveFile(),
                quota(cpu),
                throttled(cpu));
    }

    /** The first if none limits memory; null if there is none at all. */
    private static @Nullable CgroupLevel tightest(List<CgroupLevel> levels) {
        CgroupLevel tightest = levels.isEmpty() ? null : levels.get(0);
        long least = Long.MAX_VALUE;
        for (CgroupLevel level : levels) {
            Long limit = level.memoryLimit();
            if (limit != null && limit < least) {
                tightest = level;
                least = limit;
            }
        }
        return tightest;
    }

    private static @Nullable Double quota(List<CgroupLevel> levels) {
        Double least = null;
        for (CgroupLevel level : levels) {
            Double quota = level.cpuQuota();
            if (quota != null && (least == null || quota < least)) {
                least = quota;
            }
        }
        return least;
    }

    private static @Nullable Long throttled(List<CgroupLevel> levels) {
        Long sum = null;
        for (CgroupLevel level : levels) {
            Long nanos = level.throttledNanos();
            if (nanos != null) {
                sum = sum == null ? nanos : Long.valueOf(sum + nanos);
            }
        }
        return sum;
    }
}
