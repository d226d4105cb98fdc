package io.pagetax.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other processes that this one sees. */
final class Processes {

    private static final double PERCENT = 100;

    private Processes() {}

    /** Time on processors since each began, by process id. */
    static Map<Long, Duration> cpuTimes() {
        Map<Long, Duration> times = new HashMap<>();
        ProcessHandle.allProcesses()
                .filter(process -> !process.equals(ProcessHandle.current()))
                .forEach(
                        process -> process.info().totalCpuDuration().ifPresent(time -> times.put(process.pid(), time)));
        return times;
    }

    /** In a few words, the one that took the most since then; null if none took any. */
    static @Nullable String busiestSince(Map<Long, Duration> before, long nanos) {
        long busiest = 0;
        Duration most = Duration.ZERO;
        for (Map.Entry<Long, Duration> process : cpuTimes().entrySet()) {
            Duration taken = process.getValue().minus(before.getOrDefault(process.getKey(), Duration.ZERO));
            if (taken.compareTo(most) > 0) {
                most = taken;
                busiest = process.getKey();
            }
        }
        return busiest == 0
                ? null
                : String.format(
                        Locale.ROOT, "%s with %.0f %% of a processor", name(busiest), PERCENT * most.toNanos() / nanos);
    }

    private static String name(long pid) {
        Optional<String> command =
                ProcessHandle.of(pid).flatMap(process -> process.info().command());
        return command.map(path -> Path.of(path).getFileName() + " ").orElse("") + "(process " + pid + ")";
    }
}
