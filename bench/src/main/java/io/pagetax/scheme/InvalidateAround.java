package io.pagetax.scheme;

import io.pagetax.linux.syscall.Errno;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.Transfer;

/**
 * What Linux does: a direct read writes back what is dirty first, a direct write removes the pages of its range before and
 * after. iomap_dio_rw() as of Linux 5.10, generic_file_direct_write().
 *
 * <p>Files do not grow here, so that direct writes share the lock of the inode.
 */
class InvalidateAround extends Filemap {

    private static final int EIO = -Errno.EIO.number();

    private volatile boolean collided;

    InvalidateAround(PageCache cache) {
        super(cache);
    }

    @Override
    public int directRead(Task task, Request request) {
        inodeLock().downRead(task);
        int done = readPast(task, request);
        inodeLock().upRead(task);
        return done;
    }

    /** A direct read by a caller who has the lock of the inode. */
    final int readPast(Task task, Request request) {
        flushBefore(task, request);
        inFlight().begin(task);
        int done = Transfer.run(task, cache(), request);
        inFlight().end(task);
        return done;
    }

    /** What a direct read does about pages that are newer than the device. */
    final void flushBefore(Task task, Request request) {
        if (cache().hasPages()) {
            cache().flush(task, request.index(), request.pages());
        }
    }

    @Override
    public int directWrite(Task task, Request request) {
        inodeLock().downRead(task);
        boolean removed = removeBefore(task, request);
        int done = removed ? writePast(task, request) : 0;
        inodeLock().upRead(task);
        return removed ? done : writeThrough(task, request);
    }

    /** Whether the range is free of pages, for now. */
    final boolean removeBefore(Task task, Request request) {
        if (!cache().hasPages()) {
            return true;
        }
        cache().flush(task, request.index(), request.pages());
        return remove(task, request);
    }

    /** Removes the pages of a request's range; whether all are gone. */
    boolean remove(Task task, Request request) {
        return cache().invalidate(task, request.index(), request.pages());
    }

    /** A direct write by a caller who has the lock of the inode. */
    final int writePast(Task task, Request request) {
        inFlight().begin(task);
        int done = Transfer.run(task, cache(), request);
        removeAfter(task, request);
        inFlight().end(task);
        return done;
    }

    /** Removes pages that came while the device was written. */
    final void removeAfter(Task task, Request request) {
        if (cache().hasPages() && !remove(task, request)) {
            // dio_warn_stale_pagecache(): the write succeeds, the next fsync fails.
            collided = true;
            task.tells("keeps for fsync", "EIO");
        }
    }

    /** The rest of a request, as far as its memory is resident. */
    final int withoutFaults(Task task, Request request, int from) {
        task.disableFaults();
        int reached = Transfer.run(task, cache(), request, from, request.pages());
        task.enableFaults();
        return reached;
    }

    /** What direct writes fall back to where a page does not go: ENOTBLK. */
    final int writeThrough(Task task, Request request) {
        int done = bufferedWrite(task, request);
        if (done > 0) {
            cache().flush(task, request.index(), done);
            cache().invalidate(task, request.index(), done);
        }
        return done;
    }

    /** -EIO once, after a page could not be removed behind a direct write. */
    @Override
    public final int sync(Task task, long index, int pages) {
        super.sync(task, index, pages);
        boolean failed = collided;
        collided = false;
        return failed ? EIO : 0;
    }
}
