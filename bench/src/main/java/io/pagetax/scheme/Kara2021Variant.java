package io.pagetax.scheme;

import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;

/** What else could be done with invalidate_lock: nobody proposed these, but each is the obvious answer to one question. */
final class Kara2021Variant extends Kara2021 {

    private final Hold hold;

    /** Where direct I/O holds it. */
    enum Hold {
        /** Alone, over a direct write: V1. */
        WRITE,
        /** Alone, over each removal of pages by a direct write: V2. */
        INVALIDATION,
        /** Shared, over a direct read, in place of the lock of the inode, which would keep who cuts the file away: V3. */
        READ
    }

    Kara2021Variant(PageCache cache, Hold hold) {
        super(cache);
        this.hold = hold;
    }

    @Override
    public int directRead(Task task, Request request) {
        if (hold != Hold.READ) {
            return super.directRead(task, request);
        }
        invalidateLock().downRead(task);
        int done = readPast(task, request);
        invalidateLock().upRead(task);
        return done;
    }

    @Override
    public int directWrite(Task task, Request request) {
        if (hold != Hold.WRITE) {
            return super.directWrite(task, request);
        }
        inodeLock().downRead(task);
        invalidateLock().downWrite(task);
        boolean removed = removeBefore(task, request);
        int done = removed ? writePast(task, request) : 0;
        invalidateLock().upWrite(task);
        inodeLock().upRead(task);
        return removed ? done : writeThrough(task, request);
    }

    @Override
    boolean remove(Task task, Request request) {
        if (hold != Hold.INVALIDATION) {
            return super.remove(task, request);
        }
        invalidateLock().downWrite(task);
        boolean gone = super.remove(task, request);
        invalidateLock().upWrite(task);
        return gone;
    }
}
