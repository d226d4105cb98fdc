package io.pagetax.linux.uring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this process holds of the system's.
 *
 * @param descriptors open files
 * @param mappings lines of /proc/self/maps
 * @param ringMappings those of them that belong to rings
 * @param residentBytes memory that is there
 */
record Footprint(long descriptors, long mappings, long ringMappings, long residentBytes) {

    private static final long KIB = 1024;

    static Footprint now() throws IOException {
        List<String> maps = Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.UTF_8);
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return new Footprint(
                    open.count(),
                    maps.size(),
                    maps.stream().filter(line -> line.contains("[io_uring]")).count(),
                    readResidentBytes());
        }
    }

    private static long readResidentBytes() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8).stream()
                .filter(candidate -> candidate.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * KIB;
    }
}
