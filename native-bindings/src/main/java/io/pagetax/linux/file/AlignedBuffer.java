package io.pagetax.linux.file;

import io.pagetax.linux.syscall.MapFlags;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Page-aligned, zero-filled memory outside the heap, fit for direct I/O on any file system: alignment to the page is the
 * most that any asks for.
 *
 * <p>The memory is given back by {@link #close()} and by nothing else. <b>Not safe for use while another thread
 * closes it</b>: {@link #bytes()} and {@link #address()} lead to unmapped memory afterwards, and touching that crashes
 * the JVM.
 */
public final class AlignedBuffer implements AutoCloseable {

    private static final Syscalls SYSCALLS = Syscalls.get();

    private final long address;
    private final int length;
    private final ByteBuffer bytes;
    private final AtomicBoolean closed = new AtomicBoolean();

    private AlignedBuffer(long address, int length) {
        this.address = address;
        this.length = length;
        this.bytes = NativeMemory.view(address, length);
    }

    /**
     * Maps anonymous memory and touches all of it, so that no page fault of the buffer falls into a measurement.
     *
     * @param length in bytes, at least 1
     * @throws NativeIoException ENOMEM
     */
    public static AlignedBuffer allocate(int length) throws NativeIoException {
        if (length < 1) {
            throw new IllegalArgumentException("length must be at least 1: length=" + length);
        }
        int flags = MapFlags.MAP_PRIVATE | MapFlags.MAP_ANONYMOUS | MapFlags.MAP_POPULATE;
        long result = SYSCALLS.mmap(0, length, MapFlags.PROT_READ | MapFlags.PROT_WRITE, flags, -1, 0);
        if (result < 0) {
            throw new NativeIoException("mmap", "anonymous memory", NativeIoException.NONE, length, result);
        }
        return new AlignedBuffer(result, length);
    }

    /** Address of the first byte. */
    public long address() {
        ensureOpen();
        return address;
    }

    /** Size in bytes, as asked for. */
    public int length() {
        return length;
    }

    /** The memory as a buffer in native byte order; position and limit are shared by all callers. */
    public ByteBuffer bytes() {
        ensureOpen();
        return bytes;
    }

    private void ensureOpen() {
        if (closed.get()) {
            throw new IllegalStateException("closed: buffer of " + length + " bytes");
        }
    }

    @Override
    public void close() throws NativeIoException {
        if (closed.compareAndSet(false, true)) {
            long result = SYSCALLS.munmap(address, length);
            if (result < 0) {
                throw new NativeIoException("munmap", "anonymous memory", NativeIoException.NONE, length, result);
            }
        }
    }
}
