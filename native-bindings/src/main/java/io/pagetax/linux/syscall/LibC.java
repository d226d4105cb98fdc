package io.pagetax.linux.syscall;

import com.sun.jna.Native;

/**
 * The natives. Names and parameters are libc's; {@code size_t}, {@code ssize_t}, {@code off_t} and pointers are {@code
 * long}, which holds on every 64-bit Linux.
 *
 * <p>Three of them are variadic in C: {@code open}, {@code ioctl} and {@code syscall}. They are called as if they had fixed parameters,
 * which is right wherever variadic integers travel in the same registers as fixed ones: the System V ABI of x86-64
 * (libffi also sets the count of vector registers there) and the AAPCS64 of Linux on aarch64, the two architectures
 * that {@link KernelAbi} admits.
 *
 * <p>Calls that a libc may lack (preadv2, pwritev2, statx, cachestat, io_uring's) go through {@code syscall}: registering a class
 * links all of its natives, so a single missing symbol would lose every one.
 */
@SuppressWarnings("checkstyle:MethodName") // the names are libc's, by which JNA finds the symbols
final class LibC {

    static {
        Native.register(LibC.class, "c");
    }

    private LibC() {}

    static native int open(long path, int flags, int mode);

    static native int close(int fd);

    static native long pread(int fd, long buffer, long count, long offset);

    static native long pwrite(int fd, long buffer, long count, long offset);

    static native long mmap(long address, long length, int protection, int flags, int fd, long offset);

    static native int munmap(long address, long length);

    static native int madvise(long address, long length, int advice);

    static native int msync(long address, long length, int flags);

    static native int mincore(long address, long length, long vector);

    static native int posix_fadvise(int fd, long offset, long length, int advice);

    static native int fallocate(int fd, int mode, long offset, long length);

    static native int fsync(int fd);

    static native int fdatasync(int fd);

    static native int syncfs(int fd);

    static native int ftruncate(int fd, long length);

    static native int getpagesize();

    static native long lseek(int fd, long offset, int whence);

    static native int ioctl(int fd, long request, long argument);

    static native int mlock(long address, long length);

    static native int munlock(long address, long length);

    static native int getrusage(int who, long usage);

    static native long syscall(long number, long a, long b, long c, long d, long e);

    /** Its last argument goes over the stack, which JNA takes its time for. */
    static native long syscall(long number, long a, long b, long c, long d, long e, long f);
}
