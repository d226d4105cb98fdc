package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * A disk below a target, as sysfs shows it. Null: unknown, with the reason in {@link TargetFacts#unknown()}. Without what
 * identifies one specimen.
 *
 * @param name kernel name
 * @param transport how it is attached, in the words of lsblk(8)
 * @param backing what is behind a zram device
 * @param optimalIoBytes the length of a request that it likes best
 * @param maxIoBytes the longest request that the kernel makes ({@code max_sectors_kb})
 * @param nrRequests how many of each direction may wait or be under way
 * @param readAheadBytes {@code read_ahead_kb}
 * @param nomerges 0: neighbouring requests are merged; 1: only where that is found at once; 2: never
 * @param wbtLatencyNanos time that a read may take before writeback is throttled; 0 if it never is
 * @param writeCache {@code write back} or {@code write through}
 * @param fua whether one write can be forced past that cache
 */
public record DiskFacts(
        String name,
        @Nullable String model,
        @Nullable String firmware,
        @Nullable Long capacityBytes,
        @Nullable String transport,
        @Nullable String backing,
        @Nullable Boolean rotational,
        @Nullable Integer logicalBlockBytes,
        @Nullable Integer physicalBlockBytes,
        @Nullable Long optimalIoBytes,
        @Nullable Long maxIoBytes,
        @Nullable String scheduler,
        @Nullable Integer nrRequests,
        @Nullable Long readAheadBytes,
        @Nullable Integer nomerges,
        @Nullable Long wbtLatencyNanos,
        @Nullable String writeCache,
        @Nullable Boolean fua,
        @Nullable Double temperatureCelsius) {}
