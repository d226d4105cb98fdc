package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import java.io.IOException;

/**
 * One way to keep several I/Os of a fixed block size in flight on one file, for one thread.
 *
 * <p>An operation occupies one of {@link #depth()} slots, each with a block of its own, from the moment it is queued
 * until its completion is taken; the caller keeps the account of which are free. Nothing on the hot path allocates. <b>Not thread-safe</b>: each job has an engine of its own.
 */
public interface QueueEngine extends Engine {

    /** What {@link #nextSlot} returns if no operation has ended. */
    int NONE = -1;

    /** Slots, numbered from 0. */
    int depth();

    /** The blocks of all slots, each of which begins on a page; owned by the engine. */
    AlignedBuffer blocks();

    /** Where in {@link #blocks} the block of a slot begins. */
    int blockOffset(int slot);

    /** Queues a read of one block at {@code offset} into the block of a free slot; it begins with the next submission. */
    void queueRead(int slot, long offset);

    /** Queues a write of a free slot's block at {@code offset}; it begins with the next submission. */
    void queueWrite(int slot, long offset);

    /**
     * Begins what was queued, and waits. Interrupted calls go on.
     *
     * @param minComplete completions to wait for, at most as many as operations are in flight; some may be those of a
     *     part, after which the operation goes on
     */
    void submitAndWait(int minComplete) throws IOException;

    /** Takes an operation that has ended: its slot, free again; or {@link #NONE}. */
    int nextSlot() throws IOException;

    /** Bytes moved, or a negative error number, of the operation whose completion was taken last. */
    long result();
}
