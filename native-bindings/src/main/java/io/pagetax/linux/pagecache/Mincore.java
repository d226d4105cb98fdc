package io.pagetax.linux.pagecache;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.MapFlags;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Residency by mincore(2), for kernels without cachestat(2). Knows only whether a page is there. */
final class Mincore {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final Path SELF = Path.of("/proc/self");
    private static final String USER_ID = "unix:uid";
    private static final int WINDOW_PAGES = 1 << 16;

    private Mincore() {}

    /**
     * Counts resident pages. Empty if the file is neither this user's nor writable by them: the kernel would then report
     * every page as resident (since 5.2).
     */
    static Optional<Residency> residency(LinuxFile file, long offset, long length) throws NativeIoException {
        if (!Files.isWritable(file.path()) && !isOwn(file.path())) {
            return Optional.empty();
        }
        int pageSize = NativeMemory.pageSize();
        long start = offset / pageSize * pageSize;
        long end = offset + length;
        ByteBuffer vector = ByteBuffer.allocateDirect(WINDOW_PAGES);
        long resident = 0;
        for (long at = start; at < end; at += (long) WINDOW_PAGES * pageSize) {
            long bytes = Math.min((long) WINDOW_PAGES * pageSize, end - at);
            resident += count(file, at, bytes, vector, (int) ((bytes + pageSize - 1) / pageSize));
        }
        return Optional.of(new Residency(resident, Residency.UNKNOWN, Residency.UNKNOWN, Residency.UNKNOWN));
    }

    private static boolean isOwn(Path path) {
        try {
            return Files.getAttribute(path, USER_ID).equals(Files.getAttribute(SELF, USER_ID));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static long count(LinuxFile file, long offset, long length, ByteBuffer vector, int pages)
            throws NativeIoException {
        long address = SYSCALLS.mmap(0, length, MapFlags.PROT_READ, MapFlags.MAP_SHARED, file.fd(), offset);
        if (address < 0) {
            throw new NativeIoException("mmap", file.path(), offset, length, address);
        }
        try {
            long result = SYSCALLS.mincore(address, length, NativeMemory.addressOf(vector));
            if (result < 0) {
                throw new NativeIoException("mincore", file.path(), offset, length, result);
            }
        } finally {
            Reference.reachabilityFence(vector);
            SYSCALLS.munmap(address, length);
        }
        long resident = 0;
        for (int i = 0; i < pages; i++) {
            resident += vector.get(i) & 1;
        }
        return resident;
    }
}
