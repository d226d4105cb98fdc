package io.pagetax.linux.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the processors of the machine spent the time since boot or between two moments, whoever used them: in a container,
 * too, these are all processors of the machine.
 *
 * @param all of them together
 * @param processors each by its number; those that are online
 */
public record CpuTimes(CpuTime all, SortedMap<Integer, CpuTime> processors) {

    private static final Path STAT = Path.of("/proc/stat");
    private static final String PREFIX = "cpu";

    /** Reads /proc/stat. */
    public static CpuTimes read() throws IOException {
        return parse(Files.readAllLines(STAT, StandardCharsets.US_ASCII));
    }

    static CpuTimes parse(List<String> lines) throws IOException {
        CpuTime all = null;
        SortedMap<Integer, CpuTime> processors = new TreeMap<>();
        for (String line : lines) {
            String[] fields = line.split(" +", -1);
            if (fields[0].equals(PREFIX)) {
                all = CpuTime.parse(fields);
            } else if (fields[0].startsWith(PREFIX)) {
                processors.put(Integer.valueOf(fields[0].substring(PREFIX.length())), CpuTime.parse(fields));
            }
        }
        if (all == null) {
            throw new IOException("no line " + PREFIX + " in " + STAT);
        }
        return new CpuTimes(all, Collections.unmodifiableSortedMap(processors));
    }

    /** How the time from then to now was spent; of each processor that was online both times. */
    public CpuTimes minus(CpuTimes earlier) {
        SortedMap<Integer, CpuTime> spent = new TreeMap<>();
        for (Map.Entry<Integer, CpuTime> now : processors.entrySet()) {
            CpuTime then = earlier.processors.get(now.getKey());
            if (then != null) {
                spent.put(now.getKey(), now.getValue().minus(then));
            }
        }
        return new CpuTimes(all.minus(earlier.all), Collections.unmodifiableSortedMap(spent));
    }
}
