package io.pagetax.linux.device;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the kernel queues requests for a disk. Every fact is null where sysfs does not tell.
 *
 * @param rotational whether seeks cost time, as the device claims; disks of virtual machines often claim it wrongly
 * @param scheduler the I/O scheduler that is active
 * @param logicalBlockSize in bytes: the smallest unit that the device addresses
 * @param physicalBlockSize in bytes: the smallest unit that it writes without reading first
 * @param optimalIoBytes the length of a request that the device likes best; null if it names none
 * @param maxIoBytes the longest request that the kernel makes ({@code max_sectors_kb})
 * @param readAheadBytes readahead limit
 * @param requests how many of each direction may wait or be under way ({@code nr_requests})
 * @param nomerges 0: neighbouring requests are merged; 1: only where that is found at once; 2: never
 * @param wbtLatencyNanos time that a read may take before writeback is throttled; 0 if it never is
 * @param writeCache {@code write back} if the device has a volatile cache that is flushed, else {@code write through}
 * @param fua whether one write can be forced past that cache
 * @see <a href="https://www.kernel.org/doc/Documentation/ABI/stable/sysfs-block">sysfs-block</a>
 */
public record BlockQueue(
        @Nullable Boolean rotational,
        @Nullable String scheduler,
        @Nullable Integer logicalBlockSize,
        @Nullable Integer physicalBlockSize,
        @Nullable Long optimalIoBytes,
        @Nullable Long maxIoBytes,
        @Nullable Long readAheadBytes,
        @Nullable Integer requests,
        @Nullable Integer nomerges,
        @Nullable Long wbtLatencyNanos,
        @Nullable String writeCache,
        @Nullable Boolean fua) {

    private static final Pattern ACTIVE_SCHEDULER = Pattern.compile("\\[([^]]+)]");
    private static final long KIB = 1024;
    private static final long NANOS_PER_MICRO = 1_000;

    static BlockQueue of(Path disk) {
        Path queue = disk.resolve("queue");
        return new BlockQueue(
                Sysfs.flag(queue.resolve("rotational")),
                activeScheduler(Sysfs.text(queue.resolve("scheduler"))),
                integer(queue.resolve("logical_block_size")),
                integer(queue.resolve("physical_block_size")),
                positive(Sysfs.number(queue.resolve("optimal_io_size"))),
                times(Sysfs.number(queue.resolve("max_sectors_kb")), KIB),
                times(Sysfs.number(queue.resolve("read_ahead_kb")), KIB),
                integer(queue.resolve("nr_requests")),
                integer(queue.resolve("nomerges")),
                times(Sysfs.number(queue.resolve("wbt_lat_usec")), NANOS_PER_MICRO),
                Sysfs.text(queue.resolve("write_cache")),
                Sysfs.flag(queue.resolve("fua")));
    }

    private static @Nullable String activeScheduler(@Nullable String choices) {
        if (choices == null) {
            return null;
        }
        Matcher matcher = ACTIVE_SCHEDULER.matcher(choices);
        return matcher.find() ? matcher.group(1) : choices;
    }

    private static @Nullable Integer integer(Path attribute) {
        Long number = Sysfs.number(attribute);
        return number == null ? null : Integer.valueOf(Math.toIntExact(number));
    }

    private static @Nullable Long positive(@Nullable Long number) {
        return number == null || number <= 0 ? null : number;
    }

    private static @Nullable Long times(@Nullable Long number, long factor) {
        return number == null ? null : Long.valueOf(number * factor);
    }
}
