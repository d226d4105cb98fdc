package io.pagetax.doctor;

import io.pagetax.environment.SystemFiles;
import io.pagetax.linux.device.BlockStatistics;
import io.pagetax.linux.system.CpuTime;
import io.pagetax.linux.system.CpuTimes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went on while this process did nothing but watch.
 *
 * @param nanos how long
 * @param spent by all processors
 * @param busiest other process, in a few words; null if this user sees none that did anything
 * @param disks what each did, by kernel name
 * @param own what of all that was this process's own
 */
record Watch(long nanos, CpuTime spent, @Nullable String busiest, Map<String, BlockStatistics> disks, Own own) {

    /**
     * A process's own part.
     *
     * @param cpuNanos of processors
     * @param ioBytes read from and written to devices
     */
    record Own(long cpuNanos, long ioBytes) {

        private static Own read() {
            long cpu = ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .orElse(Duration.ZERO)
                    .toNanos();
            String io = SystemFiles.OF_THIS_MACHINE.text("/proc/self/io");
            long bytes = io == null
                    ? 0
                    : io.lines()
                            .map(line -> line.split(": ", -1))
                            .filter(line -> line[0].equals("read_bytes") || line[0].equals("write_bytes"))
                            .mapToLong(line -> Long.parseLong(line[1]))
                            .sum();
            return new Own(cpu, bytes);
        }

        private Own minus(Own earlier) {
            return new Own(cpuNanos - earlier.cpuNanos, ioBytes - earlier.ioBytes);
        }
    }

    /**
     * Watches.
     *
     * @param disks kernel names
     */
    static Watch during(Duration time, Set<String> disks) throws IOException {
        Map<Long, Duration> processesBefore = Processes.cpuTimes();
        Map<String, BlockStatistics> disksBefore = statistics(disks);
        Own ownBefore = Own.read();
        CpuTimes before = CpuTimes.read();
        long start = System.nanoTime();
        sleep(time);
        long nanos = System.nanoTime() - start;
        CpuTime spent = CpuTimes.read().minus(before).all();
        Own own = Own.read().minus(ownBefore);
        Map<String, BlockStatistics> disksAfter = statistics(disks);
        disksBefore.forEach((name, then) -> disksAfter.computeIfPresent(name, (same, now) -> now.minus(then)));
        return new Watch(nanos, spent, Processes.busiestSince(processesBefore, nanos), Map.copyOf(disksAfter), own);
    }

    private static Map<String, BlockStatistics> statistics(Set<String> disks) throws IOException {
        Map<String, BlockStatistics> all = new HashMap<>();
        for (String disk : disks) {
            all.put(disk, BlockStatistics.read(disk));
        }
        return all;
    }

    private static void sleep(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while watching the machine");
        }
    }
}
