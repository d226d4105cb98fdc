package io.pagetax.scheme.model;

/**
 * What a task did, counted where it happens; exact. These carry over to a kernel, where nanoseconds of a JVM do not. <b>Not
 * thread-safe</b>: each task has its own.
 */
public final class Counts {

    private long lockRmws;
    private long ownStores;
    private long pageRmws;
    private long treeLocks;
    private long nodes;
    private long entries;
    private long copies;
    private long waits;
    private long deviceReads;
    private long deviceWrites;

    /** An atomic read-modify-write on a lock or a counter that all users of a file share. */
    void lockRmw() {
        lockRmws++;
    }

    /** A plain store to a line that no other task writes to, in place of such a one. */
    void ownStore() {
        ownStores++;
    }

    /** An atomic read-modify-write on a page: its lock, its flags, its references. */
    void pageRmw() {
        pageRmws++;
    }

    /** The lock of an index was taken. */
    void treeLock() {
        treeLocks++;
    }

    /** A node of an index was allocated. */
    void node() {
        nodes++;
    }

    /** A page or a record was inserted into an index. */
    void entry() {
        entries++;
    }

    /** A page's bytes were copied by the processor. */
    void copy() {
        copies++;
    }

    /** The task went to sleep. */
    void waited() {
        waits++;
    }

    /** Requests to a device, of whatever length. */
    void deviceRead() {
        deviceReads++;
    }

    /** As {@link #deviceRead}. */
    void deviceWrite() {
        deviceWrites++;
    }

    /** The counts as they are. */
    public Tally tally() {
        return new Tally(
                lockRmws, ownStores, pageRmws, treeLocks, nodes, entries, copies, waits, deviceReads, deviceWrites);
    }
}
