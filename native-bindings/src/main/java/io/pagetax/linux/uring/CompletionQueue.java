package io.pagetax.linux.uring;

import io.pagetax.linux.syscall.IoUringLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The completion ring, as its consumer sees it; see {@link SubmissionQueue} for the indices. */
final class CompletionQueue {

    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final ByteBuffer rings;
    private final int headIndex;
    private final int tailIndex;
    private final int events;
    private final int mask;

    private int head;
    private long userData;
    private int result;

    CompletionQueue(RingMemory memory) {
        this.rings = memory.rings();
        this.headIndex = memory.completionOffset(IoUringLayout.RING_HEAD_OFFSET);
        this.tailIndex = memory.completionOffset(IoUringLayout.RING_TAIL_OFFSET);
        this.events = memory.completionOffset(IoUringLayout.CQ_CQES_OFFSET);
        this.mask = rings.getInt(memory.completionOffset(IoUringLayout.RING_MASK_OFFSET));
        this.head = rings.getInt(headIndex);
    }

    /** Events that can be taken. */
    int available() {
        return (int) INT.getAcquire(rings, tailIndex) - head;
    }

    /** Takes the next event, of which there must be one {@link #available}. */
    void take() {
        int at = events + (head & mask) * IoUringLayout.CQE_LENGTH;
        userData = rings.getLong(at + IoUringLayout.CQE_USER_DATA_OFFSET);
        result = rings.getInt(at + IoUringLayout.CQE_RES_OFFSET);
        // Only now may the kernel use the place again.
        INT.setRelease(rings, headIndex, ++head);
    }

    long userData() {
        return userData;
    }

    int result() {
        return result;
    }
}
