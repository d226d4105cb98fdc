package io.pagetax.linux.uring;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.RwFlags;
import java.util.Arrays;

/**
 * A fixed number of blocks, one a slot, that are read from and written to one file side by side.
 *
 * <p>A transfer comes back when it is complete, at the end of the file, or failed for good: what the kernel did only in
 * part, interrupted (EINTR) or put off (EAGAIN, unless RWF_NOWAIT asked for it) is handed over again. File and blocks are
 * registered with the ring. Nothing is allocated after the set-up.
 *
 * <p>The file stays the caller's, the blocks belong to the queue. <b>Bound to the thread that makes it.</b>
 */
public final class TransferQueue implements AutoCloseable {

    /** What {@link #next} returns if no transfer has ended. */
    public static final int NONE = -1;

    private static final int FILE = IoUring.registeredFile(0);
    private static final int BUFFER = 0;
    private static final int IDLE = -1;

    /** The kernel registers no longer piece of memory as one buffer. */
    private static final long LONGEST_BUFFER = 1L << 30;

    private final IoUring ring;
    private final AlignedBuffer blocks;
    private final long address;
    private final int blockSize;
    private final int stride;
    private final int rwFlags;

    private final boolean[] writes;
    private final long[] offsets;

    /** Bytes that are done, by slot; {@link #IDLE} if nothing goes on there. */
    private final int[] done;

    private long result;

    private TransferQueue(IoUring ring, AlignedBuffer blocks, int depth, int blockSize, int rwFlags) {
        this.ring = ring;
        this.blocks = blocks;
        this.address = blocks.address();
        this.blockSize = blockSize;
        this.stride = blocks.length() / depth;
        this.rwFlags = rwFlags;
        this.writes = new boolean[depth];
        this.offsets = new long[depth];
        this.done = new int[depth];
        Arrays.fill(done, IDLE);
    }

    /**
     * Makes the ring and the blocks, each of which begins on a page.
     *
     * @param depth transfers that can be under way, 1 to {@value IoUring#MAX_ENTRIES}
     * @param blockSize in bytes; all blocks together, rounded up to pages, have at most 1 GiB
     * @param rwFlags of {@link RwFlags} for every transfer, or 0
     * @param flags of the ring; none means what is fastest and changes nothing else: {@link RingFlag#COOP_TASKRUN} where
     *     the kernel has it
     * @throws NativeIoException as {@link IoUring#open}, {@link IoUring#registerBuffers} and {@link
     *     IoUring#registerFiles} say
     */
    public static TransferQueue open(LinuxFile file, int depth, int blockSize, int rwFlags, RingFlag... flags)
            throws NativeIoException {
        long page = NativeMemory.pageSize();
        long length = depth * ((blockSize + page - 1) / page * page);
        if (depth < 1 || blockSize < 1 || length > LONGEST_BUFFER) {
            throw new IllegalArgumentException("depth=" + depth + " blockSize=" + blockSize
                    + ": at least 1 each, and together at most " + LONGEST_BUFFER);
        }
        AlignedBuffer blocks = AlignedBuffer.allocate((int) length);
        try {
            return new TransferQueue(registered(file, blocks, depth, flags), blocks, depth, blockSize, rwFlags);
        } catch (NativeIoException failed) {
            blocks.close();
            throw failed;
        }
    }

    private static IoUring registered(LinuxFile file, AlignedBuffer blocks, int depth, RingFlag... flags)
            throws NativeIoException {
        IoUring ring = flags.length == 0 ? fastest(depth) : IoUring.open(depth, flags);
        try {
            ring.registerFiles(file);
            ring.registerBuffers(blocks);
            registerIfKnown(ring);
            return ring;
        } catch (NativeIoException failed) {
            ring.close();
            throw failed;
        }
    }

    private static IoUring fastest(int depth) throws NativeIoException {
        try {
            return IoUring.open(depth, RingFlag.COOP_TASKRUN);
        } catch (NativeIoException before519) {
            return IoUring.open(depth);
        }
    }

    private static void registerIfKnown(IoUring ring) throws NativeIoException {
        try {
            ring.registerRing();
        } catch (NativeIoException refused) {
            // Before 5.18, or all 16 places of the thread are taken: the ring works without, only slower.
            if (refused.errno() != Errno.EINVAL && refused.errno() != Errno.EBUSY) {
                throw refused;
            }
        }
    }

    /** Transfers that can be under way. */
    public int depth() {
        return done.length;
    }

    /** All blocks; that of a slot begins at {@link #blockOffset}. */
    public AlignedBuffer blocks() {
        return blocks;
    }

    /** Where in {@link #blocks} the block of a slot begins. */
    public int blockOffset(int slot) {
        return slot * stride;
    }

    /** Queues reading a block into an idle slot. */
    public void read(int slot, long offset) {
        start(slot, offset, false);
    }

    /** Queues writing the block of an idle slot. */
    public void write(int slot, long offset) {
        start(slot, offset, true);
    }

    private void start(int slot, long offset, boolean write) {
        if (done[slot] != IDLE) {
            throw new IllegalStateException("slot " + slot + " is busy");
        }
        writes[slot] = write;
        offsets[slot] = offset;
        done[slot] = 0;
        queueRest(slot);
    }

    /** There is room: the ring has an entry for each slot, and a slot has at most one in it. */
    private void queueRest(int slot) {
        int already = done[slot];
        long from = address + blockOffset(slot) + already;
        int left = blockSize - already;
        long at = offsets[slot] + already;
        if (writes[slot]) {
            ring.queueWriteFixed(FILE, from, left, at, rwFlags, BUFFER, slot);
        } else {
            ring.queueReadFixed(FILE, from, left, at, rwFlags, BUFFER, slot);
        }
    }

    /**
     * Hands over what was queued and waits.
     *
     * @param minComplete completions to wait for, no more than transfers are under way. A completion may be that of a
     *     part, so fewer transfers may have ended
     */
    public void submitAndWait(int minComplete) throws NativeIoException {
        ring.submitAndWait(minComplete);
    }

    /** Takes a transfer that has ended: its slot, which is idle again, or {@link #NONE}. */
    public int next() throws NativeIoException {
        while (ring.next()) {
            int slot = (int) ring.userData();
            if (hasEnded(slot, ring.result())) {
                done[slot] = IDLE;
                return slot;
            }
            queueRest(slot);
        }
        return NONE;
    }

    private boolean hasEnded(int slot, int completed) {
        if (completed > 0) {
            done[slot] += completed;
            result = done[slot];
            return done[slot] == blockSize;
        }
        if (completed == -Errno.EINTR.number()
                || (completed == -Errno.EAGAIN.number() && (rwFlags & RwFlags.NOWAIT) == 0)) {
            return false;
        }
        result = completed == 0 ? done[slot] : completed;
        return true;
    }

    /** Bytes of the transfer taken last, fewer than a block only at the end of the file; or a negative error number. */
    public long result() {
        return result;
    }

    /** Transfers under way. */
    public int outstanding() {
        return ring.outstanding();
    }

    /** Waits for what is under way. */
    @Override
    public void close() throws NativeIoException {
        // The ring first: until it is closed the kernel may write to the blocks.
        ring.close();
        blocks.close();
    }
}
