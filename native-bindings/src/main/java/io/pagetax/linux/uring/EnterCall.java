package io.pagetax.linux.uring;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.IoUringLayout;
import io.pagetax.linux.syscall.Syscalls;

/** io_uring_enter(2) on one ring. */
final class EnterCall {

    /** What {@link #enter} returns if the kernel takes nothing until it is given room or memory. */
    static final int PUT_OFF = -1;

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int NONE = -1;

    /** A descriptor, or the index of the ring with the thread that it is registered with. */
    private int fd;

    private int ringFlags;

    EnterCall(int fd) {
        this.fd = fd;
    }

    /** Names the ring by an index from now on. */
    void useRegistered(int index) {
        fd = index;
        ringFlags = IoUringLayout.IORING_ENTER_REGISTERED_RING;
    }

    /** Entries taken, 0 if a signal came instead, or {@link #PUT_OFF}. */
    int enter(int toSubmit, int minComplete, int flags) throws NativeIoException {
        long result = SYSCALLS.ioUringEnter(fd, toSubmit, minComplete, flags | ringFlags);
        if (result >= 0) {
            return (int) result;
        }
        return switch (Errno.ofResult(result)) {
            case EINTR -> 0;
            case EAGAIN, EBUSY -> PUT_OFF;
            default -> throw new NativeIoException("io_uring_enter", RingMemory.NAME, NONE, NONE, result);
        };
    }
}
