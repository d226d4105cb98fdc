package io.pagetax.probe;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads and writes of one system call each, whose short results are told and not continued: they are what is asked about.
 */
final class RawIo {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int IOV_LENGTH = 2 * Long.BYTES;

    private RawIo() {}

    /** pread(2): bytes read. */
    static long read(LinuxFile file, long address, long length, long offset) throws NativeIoException {
        return check("pread", file, offset, length, SYSCALLS.pread(file.fd(), address, length, offset));
    }

    /** pwrite(2): bytes written. */
    static long write(LinuxFile file, long address, long length, long offset) throws NativeIoException {
        return check("pwrite", file, offset, length, SYSCALLS.pwrite(file.fd(), address, length, offset));
    }

    /** preadv2(2) with flags of {@link io.pagetax.linux.syscall.RwFlags}. */
    static long read(LinuxFile file, long address, long length, long offset, int flags) throws NativeIoException {
        ByteBuffer iov = iov(address, length);
        try {
            long result = SYSCALLS.preadv2(file.fd(), NativeMemory.addressOf(iov), 1, offset, flags);
            return check("preadv2", file, offset, length, result);
        } finally {
            Reference.reachabilityFence(iov);
        }
    }

    /** pwritev2(2) with flags of {@link io.pagetax.linux.syscall.RwFlags}. */
    static long write(LinuxFile file, long address, long length, long offset, int flags) throws NativeIoException {
        ByteBuffer iov = iov(address, length);
        try {
            long result = SYSCALLS.pwritev2(file.fd(), NativeMemory.addressOf(iov), 1, offset, flags);
            return check("pwritev2", file, offset, length, result);
        } finally {
            Reference.reachabilityFence(iov);
        }
    }

    private static ByteBuffer iov(long address, long length) {
        return ByteBuffer.allocateDirect(IOV_LENGTH)
                .order(ByteOrder.nativeOrder())
                .putLong(0, address)
                .putLong(Long.BYTES, length);
    }

    private static long check(String call, LinuxFile file, long offset, long length, long result)
            throws NativeIoException {
        if (result < 0) {
            throw new NativeIoException(call, file.path(), offset, length, result);
        }
        return result;
    }
}
