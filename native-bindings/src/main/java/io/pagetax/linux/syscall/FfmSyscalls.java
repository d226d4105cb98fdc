package io.pagetax.linux.syscall;

import java.lang.invoke.MethodHandle;

/**
 * {@link Syscalls} through {@code java.lang.foreign}: all of them through one handle for libc's syscall(2), which the
 * just-in-time compiler treats as the constant that it is. An argument that a call does not have costs a register.
 */
final class FfmSyscalls implements Syscalls {

    private static final int ARGUMENTS = 6;

    private static final MethodHandle SYSCALL =
            ErrnoCapture.bind(new ForeignLinker().variadicWithErrno("syscall", 1, 1 + ARGUMENTS));

    private static final int OPENAT = SystemCall.OPENAT.number();
    private static final int CLOSE = SystemCall.CLOSE.number();
    private static final int PREAD64 = SystemCall.PREAD64.number();
    private static final int PWRITE64 = SystemCall.PWRITE64.number();
    private static final int PREADV2 = SystemCall.PREADV2.number();
    private static final int PWRITEV2 = SystemCall.PWRITEV2.number();
    private static final int MMAP = SystemCall.MMAP.number();
    private static final int MUNMAP = SystemCall.MUNMAP.number();
    private static final int MADVISE = SystemCall.MADVISE.number();
    private static final int MSYNC = SystemCall.MSYNC.number();
    private static final int MINCORE = SystemCall.MINCORE.number();
    private static final int CACHESTAT = SystemCall.CACHESTAT.number();
    private static final int FADVISE64 = SystemCall.FADVISE64.number();
    private static final int FALLOCATE = SystemCall.FALLOCATE.number();
    private static final int FSYNC = SystemCall.FSYNC.number();
    private static final int FDATASYNC = SystemCall.FDATASYNC.number();
    private static final int SYNCFS = SystemCall.SYNCFS.number();
    private static final int FTRUNCATE = SystemCall.FTRUNCATE.number();
    private static final int STATX = SystemCall.STATX.number();
    private static final int LSEEK = SystemCall.LSEEK.number();
    private static final int IOCTL = SystemCall.IOCTL.number();
    private static final int MLOCK = SystemCall.MLOCK.number();
    private static final int MUNLOCK = SystemCall.MUNLOCK.number();
    private static final int SCHED_SETAFFINITY = SystemCall.SCHED_SETAFFINITY.number();
    private static final int SCHED_GETAFFINITY = SystemCall.SCHED_GETAFFINITY.number();
    private static final int MEMBARRIER = SystemCall.MEMBARRIER.number();
    private static final int GETRUSAGE = SystemCall.GETRUSAGE.number();
    private static final int IO_URING_SETUP = SystemCall.IO_URING_SETUP.number();
    private static final int IO_URING_ENTER = SystemCall.IO_URING_ENTER.number();
    private static final int IO_URING_REGISTER = SystemCall.IO_URING_REGISTER.number();

    /** Turns libc's "-1, look at errno" into the kernel's negated error number. */
    private static long syscall(long number, long a, long b, long c, long d, long e, long f) {
        long result;
        try {
            result = (long) SYSCALL.invokeExact(number, a, b, c, d, e, f);
        } catch (RuntimeException | Error passing) {
            // Not of the call's own making: the fault of a mapping that was read before it surfaces here.
            throw passing;
        } catch (Throwable impossible) {
            throw new AssertionError("syscall " + number, impossible);
        }
        return result == -1 ? -ErrnoCapture.errno() : result;
    }

    @Override
    public long open(long path, int flags, int mode) {
        return syscall(OPENAT, StatxLayout.AT_FDCWD, path, flags, mode, 0, 0);
    }

    @Override
    public long close(int fd) {
        return syscall(CLOSE, fd, 0, 0, 0, 0, 0);
    }

    @Override
    public long pread(int fd, long buffer, long length, long offset) {
        return syscall(PREAD64, fd, buffer, length, offset, 0, 0);
    }

    @Override
    public long pwrite(int fd, long buffer, long length, long offset) {
        return syscall(PWRITE64, fd, buffer, length, offset, 0, 0);
    }

    @Override
    public long preadv2(int fd, long iov, int count, long offset, int flags) {
        return syscall(PREADV2, fd, iov, count, offset, 0, flags);
    }

    @Override
    public long pwritev2(int fd, long iov, int count, long offset, int flags) {
        return syscall(PWRITEV2, fd, iov, count, offset, 0, flags);
    }

    @Override
    public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        return syscall(MMAP, address, length, protection, flags, fd, offset);
    }

    @Override
    public long munmap(long address, long length) {
        return syscall(MUNMAP, address, length, 0, 0, 0, 0);
    }

    @Override
    public long madvise(long address, long length, int advice) {
        return syscall(MADVISE, address, length, advice, 0, 0, 0);
    }

    @Override
    public long msync(long address, long length, int flags) {
        return syscall(MSYNC, address, length, flags, 0, 0, 0);
    }

    @Override
    public long mincore(long address, long length, long vector) {
        return syscall(MINCORE, address, length, vector, 0, 0, 0);
    }

    @Override
    public long cachestat(int fd, long range, long result, int flags) {
        return syscall(CACHESTAT, fd, range, result, flags, 0, 0);
    }

    @Override
    public long posixFadvise(int fd, long offset, long length, int advice) {
        return syscall(FADVISE64, fd, offset, length, advice, 0, 0);
    }

    @Override
    public long fallocate(int fd, int mode, long offset, long length) {
        return syscall(FALLOCATE, fd, mode, offset, length, 0, 0);
    }

    @Override
    public long fsync(int fd) {
        return syscall(FSYNC, fd, 0, 0, 0, 0, 0);
    }

    @Override
    public long fdatasync(int fd) {
        return syscall(FDATASYNC, fd, 0, 0, 0, 0, 0);
    }

    @Override
    public long syncfs(int fd) {
        return syscall(SYNCFS, fd, 0, 0, 0, 0, 0);
    }

    @Override
    public long ftruncate(int fd, long length) {
        return syscall(FTRUNCATE, fd, length, 0, 0, 0, 0);
    }

    @Override
    public long statx(int directoryFd, long path, int flags, int mask, long result) {
        return syscall(STATX, directoryFd, path, flags, mask, result, 0);
    }

    @Override
    public long lseek(int fd, long offset, int whence) {
        return syscall(LSEEK, fd, offset, whence, 0, 0, 0);
    }

    @Override
    public long ioctl(int fd, long request, long argument) {
        return syscall(IOCTL, fd, request, argument, 0, 0, 0);
    }

    @Override
    public long mlock(long address, long length) {
        return syscall(MLOCK, address, length, 0, 0, 0, 0);
    }

    @Override
    public long munlock(long address, long length) {
        return syscall(MUNLOCK, address, length, 0, 0, 0, 0);
    }

    @Override
    public long schedSetaffinity(int pid, long length, long mask) {
        return syscall(SCHED_SETAFFINITY, pid, length, mask, 0, 0, 0);
    }

    @Override
    public long schedGetaffinity(int pid, long length, long mask) {
        return syscall(SCHED_GETAFFINITY, pid, length, mask, 0, 0, 0);
    }

    @Override
    public long membarrier(int command, int flags, int cpu) {
        return syscall(MEMBARRIER, command, flags, cpu, 0, 0, 0);
    }

    @Override
    public long getrusage(int who, long result) {
        return syscall(GETRUSAGE, who, result, 0, 0, 0, 0);
    }

    @Override
    public long ioUringSetup(int entries, long params) {
        return syscall(IO_URING_SETUP, entries, params, 0, 0, 0, 0);
    }

    @Override
    public long ioUringEnter(int fd, int toSubmit, int minComplete, int flags) {
        return syscall(IO_URING_ENTER, fd, toSubmit, minComplete, flags, 0, 0);
    }

    @Override
    public long ioUringRegister(int fd, int opcode, long argument, int count) {
        return syscall(IO_URING_REGISTER, fd, opcode, argument, count, 0, 0);
    }
}
