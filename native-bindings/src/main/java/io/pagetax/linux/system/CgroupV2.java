package io.pagetax.linux.system;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A cgroup in the unified hierarchy. Its root tells nothing that is asked here.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2</a>
 */
record CgroupV2(Path folder) implements CgroupLevel {

    private static final long NANOS_PER_MICRO = 1_000;

    @Override
    public @Nullable Long memoryLimit() {
        return CgroupLevel.number(folder.resolve("memory.max"));
    }

    @Override
    public @Nullable Long memoryUsage() {
        return CgroupLevel.number(folder.resolve("memory.current"));
    }

    @Override
    public @Nullable Long inactiveFile() {
        return CgroupLevel.number(folder.resolve("memory.stat"), "inactive_file");
    }

    @Override
    public @Nullable Double cpuQuota() {
        String quotaAndPeriod = CgroupLevel.text(folder.resolve("cpu.max"));
        if (quotaAndPeriod == null || quotaAndPeriod.startsWith("max")) {
            return null;
        }
        String[] fields = quotaAndPeriod.split(" ", -1);
        return Double.parseDouble(fields[0]) / Double.parseDouble(fields[1]);
    }

    @Override
    public @Nullable Long throttledNanos() {
        Long micros = CgroupLevel.number(folder.resolve("cpu.stat"), "throttled_usec");
        return micros == null ? null : Long.valueOf(micros * NANOS_PER_MICRO);
    }
}
