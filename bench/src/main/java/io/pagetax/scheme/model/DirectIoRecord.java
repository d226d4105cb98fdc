package io.pagetax.scheme.model;

/**
 * An entry of an index that is not a page: it says that direct I/O is under way. It stands for the index at which it is, or
 * for a range that ends there. Those who meet it wait until it is gone and look again. A task uses its records again and
 * again.
 */
final class DirectIoRecord extends WaitQueue {

    private final Task owner;

    private volatile long span = 1;

    DirectIoRecord(Task owner) {
        this.owner = owner;
    }

    /** How many indices it stands for: the one at which it is and those before it. Set before it is inserted. */
    void setSpan(long newSpan) {
        span = newSpan;
    }

    /** Whether it stands for an index, being at another one. */
    boolean covers(long at, long own) {
        return at <= own && at > own - span;
    }

    @Override
    public String toString() {
        return "record of " + owner;
    }
}
