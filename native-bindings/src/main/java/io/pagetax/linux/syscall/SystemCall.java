package io.pagetax.linux.syscall;

/**
 * Numbers of system calls, by architecture.
 *
 * <p>Sources: {@code arch/x86/entry/syscalls/syscall_64.tbl} and {@code include/uapi/asm-generic/unistd.h}, which
 * aarch64 uses. Since 5.1 (from 424 on) a new call has one number on all architectures.
 */
enum SystemCall {
    CLOSE(3, 57),
    LSEEK(8, 62),
    MMAP(9, 222),
    MUNMAP(11, 215),
    IOCTL(16, 29),
    PREAD64(17, 67),
    PWRITE64(18, 68),
    MSYNC(26, 227),
    MINCORE(27, 232),
    MADVISE(28, 233),
    FSYNC(74, 82),
    FDATASYNC(75, 83),
    FTRUNCATE(77, 46),
    GETRUSAGE(98, 165),
    MLOCK(149, 228),
    MUNLOCK(150, 229),
    SCHED_SETAFFINITY(203, 122),
    SCHED_GETAFFINITY(204, 123),
    FADVISE64(221, 223),
    OPENAT(257, 56),
    FALLOCATE(285, 47),
    SYNCFS(306, 267),
    MEMBARRIER(324, 283),
    PREADV2(327, 286),
    PWRITEV2(328, 287),
    STATX(332, 291),
    IO_URING_SETUP(425, 425),
    IO_URING_ENTER(426, 426),
    IO_URING_REGISTER(427, 427),
    CACHESTAT(451, 451);

    private final int x86;
    private final int aarch64;

    SystemCall(int x86, int aarch64) {
        this.x86 = x86;
        this.aarch64 = aarch64;
    }

    /** The number on an architecture. */
    int number(KernelAbi abi) {
        return abi.equals(KernelAbi.X86_64) ? x86 : aarch64;
    }

    /** The number on this machine. */
    int number() {
        return number(KernelAbi.host());
    }
}
