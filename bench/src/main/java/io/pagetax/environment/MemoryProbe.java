package io.pagetax.environment;

import io.pagetax.result.MemoryFacts;
import org.jspecify.annotations.Nullable;

/** Finds out what memory there is and how the kernel manages it. */
final class MemoryProbe {

    static final String MEMINFO = "/proc/meminfo";

    private static final String VM = "/proc/sys/vm/";
    private static final long KIB = 1024;
    private static final long NANOS_PER_CENTISECOND = 10_000_000;

    private final Facts facts;

    MemoryProbe(Facts facts) {
        this.facts = facts;
    }

    @Nullable Long totalBytes() {
        return kib("memoryBytes", "MemTotal");
    }

    MemoryFacts read() {
        return new MemoryFacts(
                kib("memory.availableBytes", "MemAvailable"),
                kib("memory.swapTotalBytes", "SwapTotal"),
                kib("memory.swapFreeBytes", "SwapFree"),
                facts.number("memory.swappiness", VM + "swappiness"),
                facts.number("memory.dirtyRatioPercent", VM + "dirty_ratio"),
                facts.number("memory.dirtyBackgroundRatioPercent", VM + "dirty_background_ratio"),
                facts.number("memory.dirtyLimitBytes", VM + "dirty_bytes"),
                facts.number("memory.dirtyBackgroundLimitBytes", VM + "dirty_background_bytes"),
                facts.number("memory.dirtyExpireNanos", VM + "dirty_expire_centisecs", NANOS_PER_CENTISECOND),
                facts.number("memory.dirtyWritebackNanos", VM + "dirty_writeback_centisecs", NANOS_PER_CENTISECOND),
                facts.match("memory.thpDefrag", "/sys/kernel/mm/transparent_hugepage/defrag", "\\[([^]]+)]"),
                facts.match("memory.hugePages", MEMINFO, "^HugePages_Total:\\s+(\\d+)$", Long::valueOf),
                kib("memory.hugePageBytes", "Hugepagesize"));
    }

    private @Nullable Long kib(String key, String name) {
        return facts.match(
                key, MEMINFO, "^" + name + ":\\s+(\\d+) kB$", number -> Long.valueOf(Long.parseLong(number) * KIB));
    }
}
