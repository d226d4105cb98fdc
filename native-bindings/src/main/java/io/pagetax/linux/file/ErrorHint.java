package io.pagetax.linux.file;

import io.pagetax.linux.syscall.Errno;

/** What usually lies behind an error of a system call, for the error message. */
final class ErrorHint {

    private static final String FILE_ACCESS = "check owner and mode of the file and of the folders above it";
    private static final String MLOCK_LIMIT = "raise `ulimit -l`";

    private ErrorHint() {}

    /** A clause without a full stop; empty if there is nothing to add to the error's own meaning. */
    static String of(String call, Errno errno) {
        return switch (errno) {
            case EINVAL -> invalid(call);
            case EOPNOTSUPP -> notSupported(call);
            case EPERM, EACCES -> forbidden(call, errno);
            case ENOMEM -> noMemory(call);
            case EAGAIN -> isVectored(call) ? "with RWF_NOWAIT: the data was not in the page cache, or was locked" : "";
            case ENOTTY -> call.startsWith("ioctl BLK") ? "a block device is needed" : "";
            case ENOSPC -> "free some space, or ask for a smaller file";
            case EDQUOT -> "the user's or project's quota is used up";
            case EROFS -> "the file system is mounted read-only";
            case EFBIG -> "beyond the largest file that this file system or `ulimit -f` allows";
            case EMFILE -> "raise `ulimit -n`";
            case ENOSYS -> "the kernel is too old, or a sandbox filters the call";
            case EEXIST -> call.equals("io_uring_enter") ? "only the thread that made this ring may use it" : "";
            case EIO -> "the device failed, or its backing file is too short; see `dmesg`";
            default -> "";
        };
    }

    private static boolean isVectored(String call) {
        return call.endsWith("v2");
    }

    private static String invalid(String call) {
        return switch (call) {
            case "pread", "pwrite", "preadv2", "pwritev2" ->
                "with O_DIRECT, buffer address, offset and length must be multiples of the alignment in statx(2)";
            case "open" -> "this file system may not support O_DIRECT";
            case "sched_setaffinity" -> "none of these processors is there and open to this process";
            default -> "";
        };
    }

    private static String notSupported(String call) {
        if (isVectored(call)) {
            return "the kernel or this file system does not know the RWF_ flag";
        }
        return switch (call) {
            case "open" -> "this file system may not support O_TMPFILE";
            case "ioctl FS_IOC_FIEMAP" -> "this file system does not tell where its data lies";
            default -> "";
        };
    }

    private static String forbidden(String call, Errno errno) {
        return switch (call) {
            case "io_uring_setup" -> "kernel.io_uring_disabled or a sandbox forbids it";
            case "mlock" -> MLOCK_LIMIT;
            case "open" -> errno == Errno.EPERM ? FILE_ACCESS + "; O_NOATIME is for the owner alone" : FILE_ACCESS;
            default -> FILE_ACCESS;
        };
    }

    private static String noMemory(String call) {
        return switch (call) {
            case "mlock", "io_uring_setup", "io_uring_register" -> MLOCK_LIMIT;
            case "mmap", "munmap", "madvise" -> "check `ulimit -v`, `ulimit -l` and vm.max_map_count";
            default -> "";
        };
    }
}
