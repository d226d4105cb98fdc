package io.pagetax.linux.uring;

import io.pagetax.linux.syscall.IoUringLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The submission ring, as its producer sees it. An entry is filled, later {@linkplain #publish published}, and taken by
 * the kernel, which then advances the head; indices run on and wrap around at 2^32, only their low bits say where.
 */
final class SubmissionQueue {

    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private static final int COMPLETIONS_WAIT = IoUringLayout.IORING_SQ_CQ_OVERFLOW | IoUringLayout.IORING_SQ_TASKRUN;

    private final ByteBuffer rings;
    private final ByteBuffer entries;
    private final int headIndex;
    private final int tailIndex;
    private final int flagsIndex;
    private final int mask;
    private final int capacity;

    /** Next entry to be filled. */
    private int tail;

    /** Entries before this one are the kernel's to take. */
    private int published;

    SubmissionQueue(RingMemory memory) {
        this.rings = memory.rings();
        this.entries = memory.entries();
        this.headIndex = memory.submissionOffset(IoUringLayout.RING_HEAD_OFFSET);
        this.tailIndex = memory.submissionOffset(IoUringLayout.RING_TAIL_OFFSET);
        this.flagsIndex = memory.submissionOffset(IoUringLayout.SQ_FLAGS_OFFSET);
        this.mask = rings.getInt(memory.submissionOffset(IoUringLayout.RING_MASK_OFFSET));
        this.capacity = memory.sqEntries();
        this.tail = rings.getInt(tailIndex);
        this.published = tail;
        int array = memory.submissionOffset(IoUringLayout.SQ_ARRAY_OFFSET);
        for (int i = 0; i < capacity; i++) {
            rings.putInt(array + i * Integer.BYTES, i);
        }
    }

    /** Entries that can still be filled before the kernel takes some. */
    int room() {
        return capacity - (tail - (int) INT.getAcquire(rings, headIndex));
    }

    /** Fills the next entry, for which there must be {@link #room}, and counts it as queued. */
    void add(Operation operation, int file, long address, int length, long offset, int flags, long userData) {
        int at = next(operation, file);
        entries.putLong(at + IoUringLayout.SQE_OFF_OFFSET, offset);
        entries.putLong(at + IoUringLayout.SQE_ADDR_OFFSET, address);
        entries.putInt(at + IoUringLayout.SQE_LEN_OFFSET, length);
        entries.putInt(at + IoUringLayout.SQE_RW_FLAGS_OFFSET, flags);
        entries.putLong(at + IoUringLayout.SQE_USER_DATA_OFFSET, userData);
        // buf_index and all behind it: 0 unless set afterwards.
        entries.putLong(at + IoUringLayout.SQE_BUF_INDEX_OFFSET, 0);
    }

    /** Names the registered buffer of the entry just filled. */
    void setBuffer(int index) {
        entries.putShort(
                ((tail - 1) & mask) * IoUringLayout.SQE_LENGTH + IoUringLayout.SQE_BUF_INDEX_OFFSET, (short) index);
    }

    private int next(Operation operation, int file) {
        int at = (tail++ & mask) * IoUringLayout.SQE_LENGTH;
        boolean registered = file < 0;
        int opcodeAndFlags = operation.code() | (registered ? IoUringLayout.IOSQE_FIXED_FILE << Byte.SIZE : 0);
        // opcode, flags and ioprio are one word: the machines that this runs on are little-endian.
        entries.putInt(at + IoUringLayout.SQE_OPCODE_OFFSET, opcodeAndFlags);
        entries.putInt(at + IoUringLayout.SQE_FD_OFFSET, registered ? ~file : file);
        return at;
    }

    /** Lets the kernel see all entries that were filled. */
    void publish() {
        INT.setRelease(rings, tailIndex, tail);
        published = tail;
    }

    /** Published entries that the kernel has not taken. */
    int untaken() {
        return published - (int) INT.getAcquire(rings, headIndex);
    }

    /** Forgets entries that were filled and not published; returns how many. */
    int forgetQueued() {
        int forgotten = tail - published;
        tail = published;
        return forgotten;
    }

    /**
     * Forgets all entries that the kernel has not taken; returns how many. Only for rings without a polling thread, where
     * the kernel looks at the tail in io_uring_enter(2) alone.
     */
    int forgetUntaken() {
        int forgotten = tail - (int) INT.getAcquire(rings, headIndex);
        tail -= forgotten;
        publish();
        return forgotten;
    }

    /** Whether the kernel's polling thread sleeps; looked at after all that was written before. */
    boolean needsWakeup() {
        VarHandle.fullFence();
        return ((int) INT.getAcquire(rings, flagsIndex) & IoUringLayout.IORING_SQ_NEED_WAKEUP) != 0;
    }

    /** Whether completions wait in the kernel for this task to come by. */
    boolean completionsWait() {
        return ((int) INT.getAcquire(rings, flagsIndex) & COMPLETIONS_WAIT) != 0;
    }
}
