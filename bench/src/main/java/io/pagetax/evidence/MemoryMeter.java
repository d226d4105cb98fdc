package io.pagetax.evidence;

import io.pagetax.linux.system.Cgroup;
import io.pagetax.linux.system.MemoryInfo;
import io.pagetax.linux.system.VmStat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What memory there was for the page cache, and how many pages were dirtied in it. */
final class MemoryMeter implements ProcessMeter {

    private @Nullable Long available;
    private @Nullable Long limit;
    private @Nullable Long dirtiedAtStart;

    @Override
    public void start() {
        available = told(() -> MemoryInfo.read().available());
        limit = told(() -> Cgroup.ofThisProcess().memoryLimitBytes());
        dirtiedAtStart = dirtied();
    }

    @Override
    public void stop(SampleEvidence.Builder evidence) {
        Long dirtied = dirtied();
        evidence.put(Quantity.AVAILABLE_MEMORY_BYTES, available).put(Quantity.MEMORY_LIMIT_BYTES, limit);
        if (dirtiedAtStart != null && dirtied != null) {
            evidence.put(Quantity.DIRTIED_PAGES, dirtied - dirtiedAtStart);
        }
    }

    private static @Nullable Long dirtied() {
        return told(() -> VmStat.read().dirtiedPages());
    }

    private static @Nullable Long told(Question question) {
        try {
            return question.answer();
        } catch (IOException notTold) {
            return null;
        }
    }

    /** Something that the system may not tell. */
    private interface Question {
        @Nullable Long answer() throws IOException;
    }
}
