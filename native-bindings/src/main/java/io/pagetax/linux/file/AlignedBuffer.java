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
    private final long mappedLength;
    private final Backing backing;
    private final ByteBuffer bytes;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Takes over a mapping, which {@link #close()} unmaps. */
    AlignedBuffer(long address, int length, long mappedLength, Backing backing) {
        this.address = address;
        this.length = length;
        this.mappedLength = mappedLength;
        this.backing = backing;
        this.bytes = NativeMemory.view(address, length);
    }

    /** What pages the memory consists of. */
    public enum Backing {
        /** Huge pages of the pool that vm.nr_hugepages sets aside. */
        HUGETLB,
        /** Huge pages throughout when the buffer was handed out; the kernel may split them later. */
        TRANSPARENT,
        /** Pages of the usual size, or a mixture. */
        ORDINARY
    }

    /**
     * Maps anonymous memory and touches all of it, so that no page fault of the buffer falls into a measurement.
     *
     * @param length in bytes, at least 1
     * @throws NativeIoException ENOMEM
     */
    public static AlignedBuffer allocate(int length) throws NativeIoException {
        requireLength(length);
        int flags = MapFlags.MAP_PRIVATE | MapFlags.MAP_ANONYMOUS | MapFlags.MAP_POPULATE;
        long result = SYSCALLS.mmap(0, length, MapFlags.PROT_READ | MapFlags.PROT_WRITE, flags, -1, 0);
        if (result < 0) {
            throw new NativeIoException("mmap", "anonymous memory", NativeIoException.NONE, length, result);
        }
        return new AlignedBuffer(result, length, length, Backing.ORDINARY);
    }

    /**
     * As {@link #allocate}, in huge pages if they can be had: of the pool, else transparent ones, else ordinary pages;
     * {@link #backing()} tells. The memory is aligned to 2 MiB and takes a multiple of that, whatever the length.
     *
     * @param length in bytes, at least 1
     * @throws NativeIoException ENOMEM
     */
    public static AlignedBuffer allocateHugePages(int length) throws NativeIoException {
        requireLength(length);
        return HugePages.allocate(length);
    }

    private static void requireLength(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length must be at least 1: length=" + length);
        }
    }

    /** mlock(2): the memory stays resident until {@link #unlock} or {@link #close}. ENOMEM or EPERM beyond {@code ulimit -l}. */
    public void lock() throws NativeIoException {
        check("mlock", SYSCALLS.mlock(address(), length));
    }

    /** munlock(2). */
    public void unlock() throws NativeIoException {
        check("munlock", SYSCALLS.munlock(address(), length));
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

    /** What pages it consists of, as found out when it was allocated. */
    public Backing backing() {
        return backing;
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
            check("munmap", SYSCALLS.munmap(address, mappedLength));
        }
    }

    private void check(String call, long result) throws NativeIoException {
        if (result < 0) {
            throw new NativeIoException(call, "anonymous memory", NativeIoException.NONE, length, result);
        }
    }
}
