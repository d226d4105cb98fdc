package io.pagetax.engine;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Mapped by {@link FileChannel#map}. One {@link MappedByteBuffer} holds no more than 2 GiB, so there is one for each
 * GiB; each shows a block of the next one as well, so that no copy straddles two.
 *
 * <p>The JDK unmaps when the collector finds the buffers, and has no other way up to version 21. Closing lets go of the
 * pages, so that nothing keeps them in the cache; the addresses, and the room of a file that was removed, come back
 * later, at the latest when the process ends.
 */
final class JdkMapping implements MappedFile {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int WINDOW_SHIFT = 30;
    private static final int WINDOW_LENGTH = 1 << WINDOW_SHIFT;

    private final Path path;
    private final long length;
    private final MappedByteBuffer[] windows;

    private JdkMapping(Path path, long length, MappedByteBuffer[] windows) {
        this.path = path;
        this.length = length;
        this.windows = windows;
    }

    /** Maps the first {@code length} bytes for copies of up to {@code blockSize} bytes. */
    static JdkMapping open(Path path, long length, int blockSize) throws IOException {
        MappedByteBuffer[] windows = new MappedByteBuffer[Math.toIntExact(((length - 1) >> WINDOW_SHIFT) + 1)];
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            for (int i = 0; i < windows.length; i++) {
                long start = (long) i << WINDOW_SHIFT;
                windows[i] = channel.map(
                        MapMode.READ_ONLY, start, Math.min(length - start, (long) WINDOW_LENGTH + blockSize));
            }
        }
        return new JdkMapping(path, length, windows);
    }

    @Override
    public void copy(long offset, ByteBuffer target, int count) {
        target.put(0, windows[(int) (offset >>> WINDOW_SHIFT)], (int) (offset & (WINDOW_LENGTH - 1)), count);
    }

    @Override
    public void advise(long offset, long count, int advice) throws NativeIoException {
        for (int i = 0; i < windows.length; i++) {
            long start = (long) i << WINDOW_SHIFT;
            long from = Math.max(offset, start);
            long to = Math.min(offset + count, start + windows[i].capacity());
            if (from < to) {
                adviseWindow(windows[i], from - start, to - from, advice);
            }
        }
    }

    private void adviseWindow(MappedByteBuffer window, long offset, long count, int advice) throws NativeIoException {
        try {
            long result = SYSCALLS.madvise(NativeMemory.addressOf(window) + offset, count, advice);
            if (result < 0) {
                throw new NativeIoException("madvise", path, offset, count, result);
            }
        } finally {
            Reference.reachabilityFence(window);
        }
    }

    @Override
    public void close() throws NativeIoException {
        advise(0, length, Advice.MADV_DONTNEED);
    }
}
