package io.pagetax.linux.uring;

import io.pagetax.linux.syscall.IoUringLayout;

/** Operations that {@link IoUring} can queue. */
public enum Operation {
    /** Nothing, and back. */
    NOP(IoUringLayout.IORING_OP_NOP),
    /** fsync(2), fdatasync(2). */
    FSYNC(IoUringLayout.IORING_OP_FSYNC),
    /** pread(2) into a registered buffer. */
    READ_FIXED(IoUringLayout.IORING_OP_READ_FIXED),
    /** pwrite(2) from a registered buffer. */
    WRITE_FIXED(IoUringLayout.IORING_OP_WRITE_FIXED),
    /** Cancels operations in flight. Kernel 5.5. */
    ASYNC_CANCEL(IoUringLayout.IORING_OP_ASYNC_CANCEL),
    /** pread(2). Kernel 5.6. */
    READ(IoUringLayout.IORING_OP_READ),
    /** pwrite(2). Kernel 5.6. */
    WRITE(IoUringLayout.IORING_OP_WRITE);

    private final byte code;

    Operation(int code) {
        this.code = (byte) code;
    }

    /** The number in a submission. */
    byte code() {
        return code;
    }
}
