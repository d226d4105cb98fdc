package io.pagetax.linux.thread;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/**
 * The processors that the calling thread may run on. Threads that it starts from then on inherit them. <b>For platform
 * threads:</b> a virtual thread would set those of whatever carries it.
 */
public final class CpuAffinity {

    private static final int CALLER = 0;
    private static final int NONE = -1;

    /** As many as the largest kernel configuration has, 8192 processors; a shorter mask could be refused. */
    private static final int MASK_LENGTH = 8192 / Byte.SIZE;

    private CpuAffinity() {}

    /** Numbers of the processors. */
    public static BitSet current() throws NativeIoException {
        ByteBuffer mask = mask();
        try {
            long result = Syscalls.get().schedGetaffinity(CALLER, MASK_LENGTH, NativeMemory.addressOf(mask));
            if (result < 0) {
                throw new NativeIoException("sched_getaffinity", "this thread", NONE, NONE, result);
            }
            // What lies beyond the result is still zero.
            return BitSet.valueOf(mask);
        } finally {
            Reference.reachabilityFence(mask);
        }
    }

    /**
     * Confines the calling thread, which is on one of the processors when this returns.
     *
     * @throws NativeIoException EINVAL if none of them is there and open to this process
     */
    public static void set(BitSet processors) throws NativeIoException {
        ByteBuffer mask = mask();
        mask.put(0, processors.toByteArray());
        try {
            long result = Syscalls.get().schedSetaffinity(CALLER, MASK_LENGTH, NativeMemory.addressOf(mask));
            if (result < 0) {
                throw new NativeIoException("sched_setaffinity", "this thread, " + processors, NONE, NONE, result);
            }
        } finally {
            Reference.reachabilityFence(mask);
        }
    }

    private static ByteBuffer mask() {
        // Bytes in ascending order make up the kernel's words on the little-endian machines that there are bindings
        // for.
        return ByteBuffer.allocateDirect(MASK_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    }
}
