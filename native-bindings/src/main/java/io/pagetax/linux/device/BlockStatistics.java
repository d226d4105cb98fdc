package io.pagetax.linux.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a block device has done since it appeared, or between two moments, as the kernel counts it. Requests are counted
 * when they complete. A device whose {@code queue/iostats} is 0 counts nothing.
 *
 * <p>Times are kept in nanoseconds, but come in whole milliseconds. They are 32 bits wide and begin again after 49.7 days
 * of time, which {@link #minus} knows of.
 *
 * @param reads requests that read
 * @param writes requests that wrote; a flush that somebody asked for is one of them, too, with no bytes
 * @param discards requests that told the device what it may forget; null before kernel 4.18
 * @param flushes requests that emptied its write cache; null before kernel 5.5
 * @param inFlight requests that the device has been given and has not completed: not a sum, but the number at the moment,
 *     and after {@link #minus} that at the later one
 * @param ioTicksNanos time in which at least one request was in flight; counted in jiffies, at the start and the end of
 *     requests, so that it is coarse for short ones
 * @param timeInQueueNanos the times that all requests took, added up
 * @see <a href="https://docs.kernel.org/block/stat.html">Block layer statistics in sysfs</a>
 * @see <a href="https://docs.kernel.org/admin-guide/iostats.html">I/O statistics fields</a>
 */
public record BlockStatistics(
        Requests reads,
        Requests writes,
        @Nullable Requests discards,
        @Nullable Flushes flushes,
        long inFlight,
        long ioTicksNanos,
        long timeInQueueNanos) {

    private static final Path SYS_BLOCK = Path.of("/sys/class/block");
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long TIME_PERIOD_NANOS = (1L << Integer.SIZE) * NANOS_PER_MILLI;

    private static final int WRITES_FIELD = 4;
    private static final int IN_FLIGHT_FIELD = 8;
    private static final int IO_TICKS_FIELD = 9;
    private static final int TIME_IN_QUEUE_FIELD = 10;
    private static final int DISCARDS_FIELD = 11;
    private static final int FLUSHES_FIELD = 15;
    private static final int END_OF_FIELDS = 17;

    /**
     * Requests of one kind.
     *
     * @param completed how many the device has carried out
     * @param merged how many were joined with a neighbour in the queue, and so are not among those completed
     * @param bytes moved, or discarded
     * @param nanos the times that they took, from entering the queue on, added up
     */
    public record Requests(long completed, long merged, long bytes, long nanos) {

        /** Sectors in statistics are of this size, whatever the device. */
        private static final int SECTOR = 512;

        private static Requests of(long[] fields, int first) {
            return new Requests(
                    fields[first], fields[first + 1], fields[first + 2] * SECTOR, fields[first + 3] * NANOS_PER_MILLI);
        }

        private Requests combine(Requests other, LongBinaryOperator counts, LongBinaryOperator times) {
            return new Requests(
                    counts.applyAsLong(completed, other.completed),
                    counts.applyAsLong(merged, other.merged),
                    counts.applyAsLong(bytes, other.bytes),
                    times.applyAsLong(nanos, other.nanos));
        }
    }

    /**
     * Flushes of the device's write cache.
     *
     * @param completed how many the device has carried out
     * @param nanos the times that they took, added up
     */
    public record Flushes(long completed, long nanos) {

        private Flushes combine(Flushes other, LongBinaryOperator counts, LongBinaryOperator times) {
            return new Flushes(counts.applyAsLong(completed, other.completed), times.applyAsLong(nanos, other.nanos));
        }
    }

    /**
     * Reads the counters of a device or partition.
     *
     * @param name kernel name, such as {@code nvme0n1}
     * @throws IOException if there is no such device
     */
    public static BlockStatistics read(String name) throws IOException {
        return parse(Files.readString(SYS_BLOCK.resolve(name).resolve("stat"), StandardCharsets.US_ASCII));
    }

    static BlockStatistics parse(String line) {
        long[] fields = Arrays.stream(line.strip().split("\\s+", -1))
                .mapToLong(Long::parseUnsignedLong)
                .toArray();
        return new BlockStatistics(
                Requests.of(fields, 0),
                Requests.of(fields, WRITES_FIELD),
                fields.length < FLUSHES_FIELD ? null : Requests.of(fields, DISCARDS_FIELD),
                fields.length < END_OF_FIELDS
                        ? null
                        : new Flushes(fields[FLUSHES_FIELD], fields[FLUSHES_FIELD + 1] * NANOS_PER_MILLI),
                fields[IN_FLIGHT_FIELD],
                fields[IO_TICKS_FIELD] * NANOS_PER_MILLI,
                fields[TIME_IN_QUEUE_FIELD] * NANOS_PER_MILLI);
    }

    /** What happened from then to now. */
    public BlockStatistics minus(BlockStatistics earlier) {
        return combine(earlier, inFlight, (now, then) -> now - then, BlockStatistics::timeBetween);
    }

    /** Of two devices together. That at least one of them was busy is not told: their {@code ioTicksNanos} add up. */
    public BlockStatistics plus(BlockStatistics other) {
        return combine(other, inFlight + other.inFlight, Long::sum, Long::sum);
    }

    private static long timeBetween(long now, long then) {
        return now < then ? now - then + TIME_PERIOD_NANOS : now - then;
    }

    private BlockStatistics combine(
            BlockStatistics other, long requestsInFlight, LongBinaryOperator counts, LongBinaryOperator times) {
        return new BlockStatistics(
                reads.combine(other.reads, counts, times),
                writes.combine(other.writes, counts, times),
                discards == null || other.discards == null ? null : discards.combine(other.discards, counts, times),
                flushes == null || other.flushes == null ? null : flushes.combine(other.flushes, counts, times),
                requestsInFlight,
                times.applyAsLong(ioTicksNanos, other.ioTicksNanos),
                times.applyAsLong(timeInQueueNanos, other.timeInQueueNanos));
    }
}
