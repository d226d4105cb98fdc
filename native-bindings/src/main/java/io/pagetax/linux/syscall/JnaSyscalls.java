package io.pagetax.linux.syscall;

import com.sun.jna.Native;

/**
 * {@link Syscalls} through JNA's direct mapping: each native method is linked once, takes primitives only, and reads
 * errno only after a failure.
 */
final class JnaSyscalls implements Syscalls {

    private static final int PREADV2 = SystemCall.PREADV2.number();
    private static final int PWRITEV2 = SystemCall.PWRITEV2.number();
    private static final int STATX = SystemCall.STATX.number();
    private static final int CACHESTAT = SystemCall.CACHESTAT.number();
    private static final int SCHED_SETAFFINITY = SystemCall.SCHED_SETAFFINITY.number();
    private static final int SCHED_GETAFFINITY = SystemCall.SCHED_GETAFFINITY.number();
    private static final int MEMBARRIER = SystemCall.MEMBARRIER.number();
    private static final int IO_URING_SETUP = SystemCall.IO_URING_SETUP.number();
    private static final int IO_URING_ENTER = SystemCall.IO_URING_ENTER.number();
    private static final int IO_URING_REGISTER = SystemCall.IO_URING_REGISTER.number();

    /** Turns libc's "-1, look at errno" into the kernel's negated error number. */
    private static long kernelResult(long libcResult) {
        return libcResult == -1 ? -Native.getLastError() : libcResult;
    }

    @Override
    public long open(long path, int flags, int mode) {
        return kernelResult(LibC.open(path, flags, mode));
    }

    @Override
    public long close(int fd) {
        return kernelResult(LibC.close(fd));
    }

    @Override
    public long pread(int fd, long buffer, long length, long offset) {
        return kernelResult(LibC.pread(fd, buffer, length, offset));
    }

    @Override
    public long pwrite(int fd, long buffer, long length, long offset) {
        return kernelResult(LibC.pwrite(fd, buffer, length, offset));
    }

    @Override
    public long preadv2(int fd, long iov, int count, long offset, int flags) {
        // The kernel takes the offset as two words and, where a word has 64 bits, ignores the upper one.
        return kernelResult(LibC.syscall(PREADV2, fd, iov, count, offset, 0, flags));
    }

    @Override
    public long pwritev2(int fd, long iov, int count, long offset, int flags) {
        return kernelResult(LibC.syscall(PWRITEV2, fd, iov, count, offset, 0, flags));
    }

    @Override
    public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        return kernelResult(LibC.mmap(address, length, protection, flags, fd, offset));
    }

    @Override
    public long munmap(long address, long length) {
        return kernelResult(LibC.munmap(address, length));
    }

    @Override
    public long madvise(long address, long length, int advice) {
        return kernelResult(LibC.madvise(address, length, advice));
    }

    @Override
    public long msync(long address, long length, int flags) {
        return kernelResult(LibC.msync(address, length, flags));
    }

    @Override
    public long mincore(long address, long length, long vector) {
        return kernelResult(LibC.mincore(address, length, vector));
    }

    @Override
    public long cachestat(int fd, long range, long result, int flags) {
        return kernelResult(LibC.syscall(CACHESTAT, fd, range, result, flags, 0));
    }

    @Override
    public long posixFadvise(int fd, long offset, long length, int advice) {
        return -LibC.posix_fadvise(fd, offset, length, advice);
    }

    @Override
    public long fallocate(int fd, int mode, long offset, long length) {
        return kernelResult(LibC.fallocate(fd, mode, offset, length));
    }

    @Override
    public long fsync(int fd) {
        return kernelResult(LibC.fsync(fd));
    }

    @Override
    public long fdatasync(int fd) {
        return kernelResult(LibC.fdatasync(fd));
    }

    @Override
    public long syncfs(int fd) {
        return kernelResult(LibC.syncfs(fd));
    }

    @Override
    public long ftruncate(int fd, long length) {
        return kernelResult(LibC.ftruncate(fd, length));
    }

    @Override
    public long statx(int directoryFd, long path, int flags, int mask, long result) {
        return kernelResult(LibC.syscall(STATX, directoryFd, path, flags, mask, result));
    }

    @Override
    public long lseek(int fd, long offset, int whence) {
        return kernelResult(LibC.lseek(fd, offset, whence));
    }

    @Override
    public long ioctl(int fd, long request, long argument) {
        return kernelResult(LibC.ioctl(fd, request, argument));
    }

    @Override
    public long mlock(long address, long length) {
        return kernelResult(LibC.mlock(address, length));
    }

    @Override
    public long munlock(long address, long length) {
        return kernelResult(LibC.munlock(address, length));
    }

    @Override
    public long schedSetaffinity(int pid, long length, long mask) {
        return kernelResult(LibC.syscall(SCHED_SETAFFINITY, pid, length, mask, 0, 0));
    }

    @Override
    public long schedGetaffinity(int pid, long length, long mask) {
        // libc's own returns 0 in place of the length.
        return kernelResult(LibC.syscall(SCHED_GETAFFINITY, pid, length, mask, 0, 0));
    }

    @Override
    public long membarrier(int command, int flags, int cpu) {
        return kernelResult(LibC.syscall(MEMBARRIER, command, flags, cpu, 0, 0));
    }

    @Override
    public long getrusage(int who, long result) {
        return kernelResult(LibC.getrusage(who, result));
    }

    @Override
    public long ioUringSetup(int entries, long params) {
        return kernelResult(LibC.syscall(IO_URING_SETUP, entries, params, 0, 0, 0));
    }

    @Override
    public long ioUringEnter(int fd, int toSubmit, int minComplete, int flags) {
        return kernelResult(LibC.syscall(IO_URING_ENTER, fd, toSubmit, minComplete, flags, 0));
    }

    @Override
    public long ioUringRegister(int fd, int opcode, long argument, int count) {
        return kernelResult(LibC.syscall(IO_URING_REGISTER, fd, opcode, argument, count, 0));
    }
}
