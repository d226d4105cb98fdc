package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;

/**
 * One way to keep several I/Os of a fixed block size in flight on one file, for one thread.
 *
 * <p>An operation occupies one of {@link #depth()} slots, each with a block of its own, from the moment it is queued
 * until its completion is taken; the caller keeps the account of which are free. None of the methods of the hot path,
 * which are all but {@link #blocks}, allocates or throws. <b>Not thread-safe</b>: each job has an engine of its own.
 */
public interface QueueEngine extends Engine {

    /** Slots, numbered from 0. */
    int depth();

    /** A page-aligned piece of memory: the blocks of all slots, one after the other; owned by the engine. */
    AlignedBuffer blocks();

    /** Queues a read of one block at {@code offset} into the block of a free slot; it begins with the next submission. */
    void queueRead(int slot, long offset);

    /** Queues a write of a free slot's block at {@code offset}; it begins with the next submission. */
    void queueWrite(int slot, long offset);

    /**
     * Begins what was queued, and waits until completions can be taken. Interrupted calls go on.
     *
     * @param minComplete completions to wait for, at most as many as operations are in flight
     * @return completions that can be taken now, those left from before included, or a negative error number
     */
    int submitAndWait(int minComplete);

    /** Takes a completion; to be called as often as {@link #submitAndWait} has said. Returns the slot, free again. */
    int nextSlot();

    /** Bytes moved, or a negative error number, of the operation whose completion was taken last. */
    long result();
}
