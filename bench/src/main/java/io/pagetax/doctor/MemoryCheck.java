package io.pagetax.doctor;

import io.pagetax.linux.system.Cgroup;
import io.pagetax.linux.system.MemoryInfo;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import org.jspecify.annotations.Nullable;

/**
 * A cached file has to fit into memory beside the JVMs, with room for whatever else is cached.
 *
 * @param sizeBytes of the file
 */
record MemoryCheck(MemoryInfo machine, Cgroup group, long sizeBytes) implements Check {

    private static final String ID = "memory";
    private static final long JVM_BYTES = 512L << 20;

    @Override
    public Finding look() {
        Long available = least(machine.available(), leftInGroup());
        if (available == null) {
            return new Finding(ID, null, Level.WARN, "unknown", "cells with --cache cached show whether it is enough");
        }
        long needed = sizeBytes + JVM_BYTES;
        String found = Sizes.of(available) + " available, a cached file of " + Sizes.of(sizeBytes)
                + " and the JVMs need " + Sizes.of(needed);
        if (available >= 2 * needed) {
            return Finding.ok(ID, null, found);
        }
        return new Finding(
                ID,
                null,
                available < needed ? Level.BAD : Level.WARN,
                found,
                "end what takes memory, raise the limit of the control group, or measure with a smaller --size");
    }

    /** What has not been used for long is taken away first, so it counts as free. */
    private @Nullable Long leftInGroup() {
        Long limit = group.memoryLimitBytes();
        Long usage = group.memoryUsageBytes();
        if (limit == null || usage == null) {
            return null;
        }
        long reclaimable = group.inactiveFileBytes() == null ? 0 : group.inactiveFileBytes();
        return limit - usage + reclaimable;
    }

    private static @Nullable Long least(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? (one == null ? other : one) : Long.valueOf(Math.min(one, other));
    }
}
