package io.pagetax.linux.system;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The memory of the machine at a moment, in bytes; what a container may use of it is in {@link Cgroup}. Each number is
 * null where the kernel does not tell it.
 *
 * @param total usable memory
 * @param available an estimate of what could be had without swapping, by dropping clean pages of files
 * @param free used for nothing
 * @param dirty waiting to be written
 * @param writeback being written
 * @param cached the page cache, which includes tmpfs, but not block devices that are read directly (Buffers)
 * @param swapTotal swap space
 * @param swapFree of it, unused
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_meminfo.5.html">proc_meminfo(5)</a>
 */
public record MemoryInfo(
        @Nullable Long total,
        @Nullable Long available,
        @Nullable Long free,
        @Nullable Long dirty,
        @Nullable Long writeback,
        @Nullable Long cached,
        @Nullable Long swapTotal,
        @Nullable Long swapFree) {

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final long KIB = 1024;

    /** Reads /proc/meminfo. */
    public static MemoryInfo read() throws IOException {
        return of(NamedNumbers.read(MEMINFO));
    }

    static MemoryInfo of(NamedNumbers meminfo) {
        return new MemoryInfo(
                meminfo.get("MemTotal", KIB),
                meminfo.get("MemAvailable", KIB),
                meminfo.get("MemFree", KIB),
                meminfo.get("Dirty", KIB),
                meminfo.get("Writeback", KIB),
                meminfo.get("Cached", KIB),
                meminfo.get("SwapTotal", KIB),
                meminfo.get("SwapFree", KIB));
    }
}
