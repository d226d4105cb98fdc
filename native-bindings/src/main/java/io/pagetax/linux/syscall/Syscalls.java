package io.pagetax.linux.syscall;

/**
 * Linux file I/O, one method a system call, with the kernel's own calling convention: a result of zero or more is
 * success, a negative result is a negated error number (see {@link Errno}).
 *
 * <p>Lengths and offsets are in bytes, addresses are raw virtual addresses. The caller owns every piece of memory that
 * it passes and keeps it valid for the duration of the call; a wrong address ends in {@code EFAULT} or in memory
 * corruption, as it would in C. Implementations hold no state: <b>all methods are safe for use by several threads at
 * once</b>. No method allocates.
 *
 * @see <a href="https://man7.org/linux/man-pages/dir_section_2.html">Linux manual pages, section 2</a>
 */
public interface Syscalls {

    /**
     * open(2). {@code path} is the address of a NUL-terminated string. Returns a descriptor. {@code EINVAL} where the
     * file system has no O_DIRECT, {@code EOPNOTSUPP} where it has no O_TMPFILE, {@code EPERM} for O_NOATIME on another
     * user's file, {@code ENOENT}, {@code EACCES}, {@code EMFILE}.
     */
    long open(long path, int flags, int mode);

    /** close(2). The descriptor is gone even if an error is returned, other than {@code EBADF}. */
    long close(int fd);

    /**
     * pread(2). Returns the bytes read; 0 at the end of the file; fewer than asked for is legal. {@code EINVAL} if
     * O_DIRECT finds address, length or offset misaligned, {@code EFAULT}, {@code EBADF}, {@code EIO}, {@code EINTR}.
     */
    long pread(int fd, long buffer, long length, long offset);

    /**
     * pwrite(2). Returns the bytes written, which may be fewer than asked for. {@code ENOSPC}, {@code EDQUOT}, {@code
     * EFBIG} beyond RLIMIT_FSIZE or the file system's limit, and what {@link #pread} fails with.
     */
    long pwrite(int fd, long buffer, long length, long offset);

    /**
     * preadv2(2), kernel 4.6. {@code iov} is the address of {@code count} pairs of base address and length; {@code
     * flags} are {@link RwFlags}. {@code EOPNOTSUPP} if the kernel or the file system does not know a flag, {@code
     * EAGAIN} if RWF_NOWAIT forbids what would be needed.
     */
    long preadv2(int fd, long iov, int count, long offset, int flags);

    /** pwritev2(2), kernel 4.6; see {@link #preadv2}. */
    long pwritev2(int fd, long iov, int count, long offset, int flags);

    /**
     * mmap(2). Returns the address of the mapping; {@code offset} is a multiple of the page. {@code EACCES} if the
     * descriptor was not opened for it, {@code ENODEV} where files cannot be mapped, {@code ENOMEM}.
     */
    long mmap(long address, long length, int protection, int flags, int fd, long offset);

    /** munmap(2). {@code address} is page-aligned. What still uses the range crashes the process. */
    long munmap(long address, long length);

    /**
     * madvise(2). {@code address} is page-aligned; {@code advice} is one of {@link Advice}'s {@code MADV_} values. {@code
     * EINVAL} for advice that the kernel does not know, {@code ENOMEM} where nothing is mapped, {@code EFAULT} if
     * MADV_POPULATE_READ meets a page that cannot be had.
     */
    long madvise(long address, long length, int advice);

    /** msync(2). {@code address} is page-aligned. {@code ENOMEM} where nothing is mapped. */
    long msync(long address, long length, int flags);

    /**
     * mincore(2). {@code vector} receives one byte a page, bit 0 set if it is resident. Since kernel 5.2 every page
     * of a file that the caller neither owns nor may write to is reported as resident.
     */
    long mincore(long address, long length, long vector);

    /**
     * cachestat(2), kernel 6.5. {@code range} and {@code result} are laid out as {@link CachestatLayout} says. {@code
     * ENOSYS} on older kernels; {@code EPERM}, where the kernel checks, for files that the caller may not write to.
     */
    long cachestat(int fd, long range, long result, int flags);

    /**
     * posix_fadvise(2). libc returns the error number instead of setting errno; here it comes back negated like all
     * others. {@code advice} is one of {@link Advice}'s {@code POSIX_FADV_} values.
     */
    long posixFadvise(int fd, long offset, long length, int advice);

    /**
     * fallocate(2). {@code ENOSPC}, {@code EFBIG}, {@code EOPNOTSUPP} where the file system lacks the mode, {@code EBADF}
     * if the descriptor is not open for writing.
     */
    long fallocate(int fd, int mode, long offset, long length);

    /** fsync(2). {@code EINVAL} on what cannot be synced; {@code EIO}, {@code ENOSPC} of writes that failed before. */
    long fsync(int fd);

    /** fdatasync(2); see {@link #fsync}. */
    long fdatasync(int fd);

    /** syncfs(2): the whole file system that the file is in. Of a block device's node that is not what is on the device. */
    long syncfs(int fd);

    /** ftruncate(2). {@code EINVAL} if not open for writing, {@code EFBIG}. */
    long ftruncate(int fd, long length);

    /**
     * statx(2), kernel 4.11. {@code path} is the address of a NUL-terminated string, {@code result} that of {@link
     * StatxLayout#LENGTH} bytes.
     */
    long statx(int directoryFd, long path, int flags, int mask, long result);

    /**
     * lseek(2). {@code whence} is one of {@link Seek}. Returns the resulting offset. {@code ENXIO} if SEEK_DATA finds no
     * data up to the end of the file, or if {@code offset} is beyond it.
     */
    long lseek(int fd, long offset, int whence);

    /**
     * ioctl(2). {@code argument} is an address or a number, as {@code request} has it; see {@link Ioctl}. {@code ENOTTY}
     * if the descriptor's kind does not know the request.
     */
    long ioctl(int fd, long request, long argument);

    /** mlock(2). {@code ENOMEM} or {@code EPERM} beyond RLIMIT_MEMLOCK for a process without CAP_IPC_LOCK. */
    long mlock(long address, long length);

    /** munlock(2). {@code ENOMEM} where nothing is mapped. */
    long munlock(long address, long length);

    /**
     * sched_setaffinity(2). {@code pid} is a thread's, 0 means the caller. {@code mask} is a bit a processor, in words of
     * 64 bits. {@code EINVAL} if it names no processor that the caller may use.
     */
    long schedSetaffinity(int pid, long length, long mask);

    /** sched_getaffinity(2), as the kernel has it: returns the bytes of the mask that were filled in. */
    long schedGetaffinity(int pid, long length, long mask);

    /**
     * membarrier(2), kernel 4.3. {@code command} is one of its {@code MEMBARRIER_CMD_} values. {@code EINVAL} for one that the
     * kernel does not know, {@code EPERM} for one that the process has not registered for, {@code ENOSYS} where a kernel is
     * built without.
     */
    long membarrier(int command, int flags, int cpu);

    /**
     * getrusage(2). {@code who} is one of {@link RusageLayout}'s {@code RUSAGE_} values, and {@code result} is laid out as
     * it says. {@code EINVAL} for any other.
     */
    long getrusage(int who, long result);

    /**
     * io_uring_setup(2), kernel 5.1. {@code params} is laid out as {@link IoUringLayout} says. Returns a descriptor.
     * {@code EPERM} where kernel.io_uring_disabled forbids it, {@code ENOMEM} before 5.12 beyond RLIMIT_MEMLOCK.
     */
    long ioUringSetup(int entries, long params);

    /**
     * io_uring_enter(2), kernel 5.1, without a signal mask. Returns the submission entries that were taken. {@code EINTR}
     * if a signal came while nothing else happened, {@code EAGAIN} and {@code EBUSY} if the kernel puts off what was
     * queued, {@code EEXIST} on another thread's ring, {@code EOPNOTSUPP} if the descriptor is no ring.
     */
    long ioUringEnter(int fd, int toSubmit, int minComplete, int flags);

    /**
     * io_uring_register(2), kernel 5.1. {@code opcode} is one of {@link IoUringLayout}'s {@code IORING_REGISTER_} values.
     * {@code EBUSY} if done before, {@code ENOMEM} beyond RLIMIT_MEMLOCK, {@code EINVAL} for what the kernel does not know.
     */
    long ioUringRegister(int fd, int opcode, long argument, int count);

    /** The binding in use; there is one in a process, so that calls through it stay monomorphic. */
    static Syscalls get() {
        return NativeAccess.chosen().syscalls();
    }
}
