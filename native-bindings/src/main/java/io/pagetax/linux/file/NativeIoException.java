package io.pagetax.linux.file;

import io.pagetax.linux.syscall.Errno;
import java.io.IOException;
import java.io.Serial;

/** A system call failed: which one, on what, with which error, and what usually causes it. */
public final class NativeIoException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Stands for an offset or a length that the call does not have. */
    static final long NONE = -1;

    private final Errno errno;
    private final String call;

    /**
     * For a call on a range of a file.
     *
     * @param call the system call's name
     * @param file the path, or what else the call was about
     * @param offset in bytes, or a negative number if the call has none
     * @param length in bytes, or a negative number if the call has none
     * @param result the negative result as {@link io.pagetax.linux.syscall.Syscalls} returned it
     */
    public NativeIoException(String call, Object file, long offset, long length, long result) {
        super(message(call, file, offset, length, result));
        this.errno = Errno.ofResult(result);
        this.call = call;
    }

    NativeIoException(String call, Object file, long result) {
        this(call, file, NONE, NONE, result);
    }

    /** The error. */
    public Errno errno() {
        return errno;
    }

    /** Name of the system call that failed. */
    public String call() {
        return call;
    }

    private static String message(String call, Object file, long offset, long length, long result) {
        Errno errno = Errno.ofResult(result);
        StringBuilder text = new StringBuilder(call).append('(').append(file);
        if (offset >= 0) {
            text.append(", off=").append(offset);
        }
        if (length >= 0) {
            text.append(", len=").append(length);
        }
        text.append("): ").append(errno == Errno.UNKNOWN ? "errno" : errno.name());
        text.append(" (")
                .append(-result)
                .append(", ")
                .append(errno.description())
                .append(')');
        String hint = ErrorHint.of(call, errno);
        return hint.isEmpty() ? text.toString() : text.append("; ").append(hint).toString();
    }
}
