package io.pagetax.linux.file;

import io.pagetax.linux.syscall.Errno;

/** What usually lies behind an error of a system call, for the error message. */
final class ErrorHint {

    private ErrorHint() {}

    /** A clause without a full stop; empty if there is nothing to add to the error's own meaning. */
    static String of(String call, Errno errno) {
        return switch (errno) {
            case EINVAL -> invalid(call);
            case EOPNOTSUPP -> call.endsWith("v2") ? "the kernel or this file system does not know the RWF_ flag" : "";
            case ENOSPC -> "free some space, or ask for a smaller file";
            case EDQUOT -> "the user's or project's quota is used up";
            case EACCES, EPERM -> "check owner and mode of the file and of the folders above it";
            case EROFS -> "the file system is mounted read-only";
            case EFBIG -> "beyond the largest file that this file system or `ulimit -f` allows";
            case EMFILE -> "raise `ulimit -n`";
            case ENOMEM ->
                call.equals("io_uring_register")
                        ? "raise `ulimit -l`"
                        : call.startsWith("m") ? "check `ulimit -v`, `ulimit -l` and vm.max_map_count" : "";
            case ENOSYS -> "the kernel is too old, or a sandbox filters the call";
            case EEXIST -> call.equals("io_uring_enter") ? "only the thread that made this ring may use it" : "";
            case EIO -> "the device failed, or its backing file is too short; see `dmesg`";
            default -> "";
        };
    }

    private static String invalid(String call) {
        return switch (call) {
            case "pread", "pwrite", "preadv2", "pwritev2" ->
                "with O_DIRECT, buffer address, offset and length must be multiples of the alignment in statx(2)";
            case "open" -> "this file system may not support O_DIRECT";
            default -> "";
        };
    }
}
