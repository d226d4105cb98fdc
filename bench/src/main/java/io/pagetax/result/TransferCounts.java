package io.pagetax.result;

/**
 * What one transfer does, counted; of a file that is cached in parts the mean of a hundred places.
 *
 * @param lockRmws atomic read-modify-writes on locks and counters that all users of a file share
 * @param ownStores plain stores to lines that no other task writes to
 * @param pageRmws atomic read-modify-writes on pages: locks, flags, references
 * @param treeLocks acquisitions of the index's lock
 * @param nodes nodes of the index that were allocated
 * @param entries pages and records that were inserted into the index
 * @param copies pages that the processor copied
 * @param waits times that the task slept
 * @param deviceRequests reads and writes of the device
 */
public record TransferCounts(
        double lockRmws,
        double ownStores,
        double pageRmws,
        double treeLocks,
        double nodes,
        double entries,
        double copies,
        double waits,
        double deviceRequests) {}
