package io.pagetax.evidence;

import io.pagetax.linux.device.BlockStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the disks at the bottom of the stack did, beside what this process did: the rest was somebody else, or the file
 * system itself. A loop device's worker, for example, is not of this process, but the disk below moves what it was asked.
 */
final class DeviceMeter implements ProcessMeter {

    private static final Path OWN = Path.of("/proc/self/io");

    private final List<String> disks;
    private @Nullable Reading atStart;

    /**
     * For a stack.
     *
     * @param disks kernel names of the devices at its bottom; may be none
     */
    DeviceMeter(List<String> disks) {
        this.disks = disks;
    }

    @Override
    public void start() {
        atStart = read();
    }

    @Override
    public void stop(SampleEvidence.Builder evidence) {
        Reading start = atStart;
        Reading end = read();
        if (start == null || end == null) {
            return;
        }
        BlockStatistics disk = end.disks.minus(start.disks);
        long ownRead = end.ownRead - start.ownRead;
        long ownWritten = end.ownWritten - start.ownWritten;
        evidence.put(Quantity.OWN_READ_BYTES, ownRead)
                .put(Quantity.OWN_WRITE_BYTES, ownWritten)
                .put(Quantity.DISK_READ_BYTES, disk.reads().bytes())
                .put(Quantity.DISK_WRITE_BYTES, disk.writes().bytes())
                .put(Quantity.FOREIGN_READ_BYTES, Math.max(0, disk.reads().bytes() - ownRead))
                .put(Quantity.FOREIGN_WRITE_BYTES, Math.max(0, disk.writes().bytes() - ownWritten))
                .put(Quantity.DISK_QUEUE_NANOS, disk.timeInQueueNanos());
    }

    /** Null where one of the two is not told, or where there is no disk. */
    private @Nullable Reading read() {
        try (IoAccounting own = IoAccounting.of(OWN)) {
            BlockStatistics sum = null;
            for (String disk : disks) {
                BlockStatistics one = BlockStatistics.read(disk);
                sum = sum == null ? one : sum.plus(one);
            }
            own.refresh();
            return sum == null ? null : new Reading(own.readBytes(), own.writeBytes(), sum);
        } catch (IOException notTold) {
            return null;
        }
    }

    private record Reading(long ownRead, long ownWritten, BlockStatistics disks) {}
}
