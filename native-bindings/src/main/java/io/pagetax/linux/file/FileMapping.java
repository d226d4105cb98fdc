package io.pagetax.linux.file;

import io.pagetax.linux.syscall.MapFlags;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A shared mapping of a file from its start, of any length.
 *
 * <p>It is read through windows of {@value #WINDOW_LENGTH} bytes, because a buffer's index is an {@code int}; each
 * window shows as many bytes of the next one as a single {@link #copy} may take, so a copy never straddles two.
 *
 * <p>Copies go through the JVM, which turns the SIGBUS of a page that the file no longer has (it was cut short) or that
 * the device could not deliver into an {@link InternalError}; the process survives. <b>When the error comes depends on
 * the JVM and on how the code was compiled</b>: out of the copy itself, or out of a caller, at the latest when the thread
 * comes back from its next native call. Until then the copy looks like a success, with arbitrary bytes in its target. A
 * handler around the copy would therefore miss errors: who must know puts one around the copy and a system call.
 *
 * <p><b>Several threads may copy at once; none may while another closes.</b>
 */
public final class FileMapping implements AutoCloseable {

    /** The largest single copy, in bytes. */
    public static final int MAX_COPY = 1 << 28;

    private static final int WINDOW_SHIFT = 30;
    private static final int WINDOW_LENGTH = 1 << WINDOW_SHIFT;
    private static final Syscalls SYSCALLS = Syscalls.get();

    private final LinuxFile file;
    private final long address;
    private final long length;
    private final ByteBuffer[] windows;
    private final AtomicBoolean closed = new AtomicBoolean();

    private FileMapping(LinuxFile file, long address, long length) {
        this.file = file;
        this.address = address;
        this.length = length;
        int count = (int) ((length + WINDOW_LENGTH - 1) >>> WINDOW_SHIFT);
        this.windows = new ByteBuffer[count];
        for (int i = 0; i < count; i++) {
            long start = (long) i << WINDOW_SHIFT;
            windows[i] =
                    NativeMemory.view(address + start, (int) Math.min(length - start, (long) WINDOW_LENGTH + MAX_COPY));
        }
    }

    /**
     * mmap(2), PROT_READ and MAP_SHARED, from the file's start.
     *
     * @param length in bytes, at least 1 and no more than the file has: touching what it has not ends in SIGBUS
     * @throws IllegalArgumentException if the file or block device is shorter, naming both lengths
     * @throws NativeIoException EACCES, ENODEV (no mmap here), ENOMEM
     */
    public static FileMapping readOnly(LinuxFile file, long length) throws NativeIoException {
        return map(file, length, MapFlags.PROT_READ);
    }

    /**
     * As {@link #readOnly}, with PROT_WRITE: what is stored at {@link #address()} and behind it reaches the file, as does
     * what a system call writes there.
     */
    public static FileMapping readWrite(LinuxFile file, long length) throws NativeIoException {
        return map(file, length, MapFlags.PROT_READ | MapFlags.PROT_WRITE);
    }

    private static FileMapping map(LinuxFile file, long length, int protection) throws NativeIoException {
        requireWithin(file, length);
        long result = SYSCALLS.mmap(0, length, protection, MapFlags.MAP_SHARED, file.fd(), 0);
        if (result < 0) {
            throw new NativeIoException("mmap", file.path(), 0, length, result);
        }
        return new FileMapping(file, result, length);
    }

    private static void requireWithin(LinuxFile file, long length) throws NativeIoException {
        FileStatus.Kind kind = file.status().kind();
        // Of what has no size, the kernel knows best whether it can be mapped.
        if (kind == FileStatus.Kind.REGULAR || kind == FileStatus.Kind.BLOCK_DEVICE) {
            long size = file.size();
            if (length > size) {
                throw new IllegalArgumentException(
                        "mapping of " + length + " bytes is longer than " + file.path() + " with " + size);
            }
        }
    }

    /**
     * Copies from the mapping to the start of {@code target}, whose position does not matter and does not move.
     *
     * @param offset in the file, in bytes
     * @param count in bytes, at most {@link #MAX_COPY}
     */
    public void copy(long offset, ByteBuffer target, int count) {
        ensureOpen();
        target.put(0, windows[(int) (offset >>> WINDOW_SHIFT)], (int) (offset & (WINDOW_LENGTH - 1)), count);
    }

    /** madvise(2) on all of it or a part; {@code offset} is a multiple of the page. */
    public void advise(long offset, long count, int advice) throws NativeIoException {
        ensureOpen();
        long result = SYSCALLS.madvise(address + offset, count, advice);
        if (result < 0) {
            throw new NativeIoException("madvise", file.path(), offset, count, result);
        }
    }

    /** Bytes mapped. */
    public long length() {
        return length;
    }

    /** Address of the first byte. */
    public long address() {
        ensureOpen();
        return address;
    }

    private void ensureOpen() {
        if (closed.get()) {
            throw new IllegalStateException("closed: mapping of " + file.path());
        }
    }

    @Override
    public void close() throws NativeIoException {
        if (closed.compareAndSet(false, true)) {
            long result = SYSCALLS.munmap(address, length);
            if (result < 0) {
                throw new NativeIoException("munmap", file.path(), 0, length, result);
            }
        }
    }
}
