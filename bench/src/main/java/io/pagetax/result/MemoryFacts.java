package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * Memory and how the kernel manages it. Null: unknown, with the reason in {@link Environment#unknown()}.
 *
 * @param availableBytes what could be had without swapping, as the kernel estimates
 * @param swappiness {@code vm.swappiness}
 * @param dirtyRatioPercent share of the available memory from which on writers write back themselves; 0 if {@code
 *     dirtyLimitBytes} holds
 * @param dirtyBackgroundRatioPercent share from which on the kernel writes back; 0 if {@code dirtyBackgroundLimitBytes}
 *     holds
 * @param dirtyLimitBytes {@code vm.dirty_bytes}; 0 if the ratio holds
 * @param dirtyBackgroundLimitBytes {@code vm.dirty_background_bytes}; 0 if the ratio holds
 * @param dirtyExpireNanos age from which on a dirty page is written back
 * @param dirtyWritebackNanos how often the kernel looks for such pages
 * @param thpDefrag when an allocation waits for a transparent huge page
 * @param hugePages that are reserved
 */
public record MemoryFacts(
        @Nullable Long availableBytes,
        @Nullable Long swapTotalBytes,
        @Nullable Long swapFreeBytes,
        @Nullable Long swappiness,
        @Nullable Long dirtyRatioPercent,
        @Nullable Long dirtyBackgroundRatioPercent,
        @Nullable Long dirtyLimitBytes,
        @Nullable Long dirtyBackgroundLimitBytes,
        @Nullable Long dirtyExpireNanos,
        @Nullable Long dirtyWritebackNanos,
        @Nullable String thpDefrag,
        @Nullable Long hugePages,
        @Nullable Long hugePageBytes) {

    /** Of files that were written before there were such facts. */
    static final MemoryFacts NOT_RECORDED =
            new MemoryFacts(null, null, null, null, null, null, null, null, null, null, null, null, null);
}
