package io.pagetax.scheme.model;

/**
 * What {@link Counts} had counted at some time, or between two times.
 *
 * @param lockRmws atomic read-modify-writes on locks and counters that all users of a file share
 * @param ownStores plain stores to lines that no other task writes to
 * @param pageRmws atomic read-modify-writes on pages: locks, flags, references
 * @param treeLocks acquisitions of an index's lock
 * @param nodes nodes of an index that were allocated
 * @param entries pages and records that were inserted into an index
 * @param copies pages that the processor copied
 * @param waits times that the task slept
 * @param deviceReads requests
 * @param deviceWrites requests
 */
public record Tally(
        long lockRmws,
        long ownStores,
        long pageRmws,
        long treeLocks,
        long nodes,
        long entries,
        long copies,
        long waits,
        long deviceReads,
        long deviceWrites) {

    /** What came after another. */
    public Tally since(Tally before) {
        return new Tally(
                lockRmws - before.lockRmws,
                ownStores - before.ownStores,
                pageRmws - before.pageRmws,
                treeLocks - before.treeLocks,
                nodes - before.nodes,
                entries - before.entries,
                copies - before.copies,
                waits - before.waits,
                deviceReads - before.deviceReads,
                deviceWrites - before.deviceWrites);
    }
}
