package io.pagetax.linux.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryInfoTest {

    private static final long KIB = 1024;

    @TempDir
    private Path folder;

    private MemoryInfo meminfo(String text) throws IOException {
        return MemoryInfo.of(NamedNumbers.read(Files.writeString(folder.resolve("meminfo"), text)));
    }

    @Test
    void numbersAreKibibytes() throws IOException {
        assertThat(meminfo("""
                        MemTotal:       24683656 kB
                        MemFree:         8042276 kB
                        MemAvailable:   22101280 kB
                        Buffers:            1044 kB
                        Cached:         13604172 kB
                        SwapCached:            9 kB
                        SwapTotal:           100 kB
                        SwapFree:             50 kB
                        Dirty:              4164 kB
                        Writeback:            12 kB
                        WritebackTmp:          7 kB
                        Active(anon):          7 kB
                        HugePages_Total:       3
                        """))
                .isEqualTo(new MemoryInfo(
                        24683656 * KIB,
                        22101280 * KIB,
                        8042276 * KIB,
                        4164 * KIB,
                        12 * KIB,
                        13604172 * KIB,
                        100 * KIB,
                        50 * KIB));
    }

    @Test
    void whatTheKernelDoesNotTellIsNull() throws IOException {
        assertThat(meminfo("MemTotal: 4 kB\n"))
                .isEqualTo(new MemoryInfo(4 * KIB, null, null, null, null, null, null, null));
    }

    @Test
    void numbersOfThisMachineFitTogether() throws IOException {
        MemoryInfo memory = MemoryInfo.read();
        assertThat(memory).hasNoNullFieldsOrProperties();
        assertThat(memory.available()).isBetween(1L, memory.total());
        assertThat(memory.free()).isBetween(1L, memory.total());
        assertThat(memory.swapFree()).isLessThanOrEqualTo(memory.swapTotal());
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        // The JVM tells of its container.
        assertThat(memory.total()).isGreaterThanOrEqualTo(system.getTotalMemorySize());
    }
}
