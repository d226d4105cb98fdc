package io.pagetax.result;

/**
 * What one transfer does, counted.
 *
 * @param lockRmws atomic read-modify-writes on locks and counters that all users of a file share
 * @param ownRmws the same on lines that few others use
 * @param pageRmws the same on pages
 * @param treeLocks acquisitions of the index's lock
 * @param nodes nodes of the index that were allocated
 * @param entries pages and records that were inserted into the index
 * @param copies pages that the processor copied
 * @param waits times that the task slept
 * @param deviceRequests reads and writes of the device
 */
public record TransferCounts(
        long lockRmws,
        long ownRmws,
        long pageRmws,
        long treeLocks,
        long nodes,
        long entries,
        long copies,
        long waits,
        long deviceRequests) {}
