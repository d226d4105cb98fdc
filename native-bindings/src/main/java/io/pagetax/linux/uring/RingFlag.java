package io.pagetax.linux.uring;

import io.pagetax.linux.syscall.IoUringLayout;
import java.util.Set;

/** How a ring is set up; see io_uring_setup(2). A kernel that does not know one refuses the ring with EINVAL. */
public enum RingFlag {

    /**
     * The device is polled for completions. O_DIRECT only, and only on devices with polling queues: reads and writes on
     * others complete with EOPNOTSUPP. Kernel 5.1.
     */
    IOPOLL(IoUringLayout.IORING_SETUP_IOPOLL),

    /**
     * A thread of the kernel takes submissions, so that none needs a system call while it is awake. It keeps a processor
     * busy. Kernel 5.1; without privileges and without registered files since 5.11.
     */
    SQPOLL(IoUringLayout.IORING_SETUP_SQPOLL),

    /** The task is not interrupted for completions. Kernel 5.19. */
    COOP_TASKRUN(IoUringLayout.IORING_SETUP_COOP_TASKRUN),

    /** Only the thread that makes the ring uses it; others are refused with EEXIST. Kernel 6.0. */
    SINGLE_ISSUER(IoUringLayout.IORING_SETUP_SINGLE_ISSUER),

    /** Completions are worked on when they are waited for. Needs {@link #SINGLE_ISSUER}. Kernel 6.1. */
    DEFER_TASKRUN(IoUringLayout.IORING_SETUP_DEFER_TASKRUN);

    private final int bit;

    RingFlag(int bit) {
        this.bit = bit;
    }

    static int bits(Set<RingFlag> flags) {
        return flags.stream().mapToInt(flag -> flag.bit).reduce(0, (left, right) -> left | right);
    }
}
