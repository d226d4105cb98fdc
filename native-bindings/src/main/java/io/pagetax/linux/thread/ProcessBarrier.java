package io.pagetax.linux.thread;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Syscalls;

/**
 * A memory barrier that one thread carries out for all threads of the process, so that the others need none of their own:
 * membarrier(2), kernel 4.14. Of two threads that each store and then load what the other one stores, the one that calls
 * this in between sees the other's store or is seen by the other's load, though the other has only kept its compiler from
 * exchanging the two. Costs an interrupt of every processor that runs a thread of the process, some microseconds.
 */
public final class ProcessBarrier {

    // enum membarrier_cmd of include/uapi/linux/membarrier.h
    private static final int MEMBARRIER_CMD_PRIVATE_EXPEDITED = 1 << 3;
    private static final int MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED = 1 << 4;

    private static final int NONE = -1;

    private ProcessBarrier() {}

    /**
     * To be called once before the first {@link #expedite}; again does no harm.
     *
     * @throws NativeIoException EINVAL or ENOSYS where the kernel has no such barrier
     */
    public static void register() throws NativeIoException {
        call(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED);
    }

    /**
     * Returns when each thread of the process has passed a full barrier since the call.
     *
     * @throws NativeIoException EPERM if the process is not registered
     */
    public static void expedite() throws NativeIoException {
        call(MEMBARRIER_CMD_PRIVATE_EXPEDITED);
    }

    private static void call(int command) throws NativeIoException {
        long result = Syscalls.get().membarrier(command, 0, 0);
        if (result < 0) {
            throw new NativeIoException("membarrier", "this process", NONE, NONE, result);
        }
    }
}
