package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.TwoStateLock;
import io.pagetax.scheme.model.UserBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Faults are disabled while direct I/O holds the lock of the file; what cannot be pinned ends it early, the lock is
 * dropped, the memory is faulted in, and it is tried again. gfs2: A. Gruenbacher, 2021, commit b01b2d72da25, Linux 5.16; as
 * of Linux 6.4 (commit fa58cc888d67) a write that makes no progress goes through the cache.
 *
 * <p>Of the modes of gfs2's cluster lock, those that are held inside one node: deferred by direct I/O, shared by the rest;
 * what takes it alone there, writes and holes, is kept from others of its kind by the lock of the inode.
 */
final class Gruenbacher2021 extends InvalidateAround {

    private static final int WINDOW = Task.PIN_BATCH;

    private final TwoStateLock clusterLock;
    private final boolean endsWithoutProgress;

    /** @param endsWithoutProgress whether writes do as of Linux 6.4 */
    Gruenbacher2021(PageCache cache, boolean endsWithoutProgress) {
        super(cache);
        this.clusterLock = new TwoStateLock(cache + ".glock");
        this.endsWithoutProgress = endsWithoutProgress;
    }

    @Override
    public int bufferedRead(Task task, Request request) {
        int done = 0;
        while (done < request.pages()) {
            clusterLock.addGet(task);
            task.disableFaults();
            int result = copyOut(task, request, done);
            task.enableFaults();
            clusterLock.addPut(task);
            if (result == 0) {
                done++;
            } else if (request.buffer().faultIn(task, done, 1, true) == 0) {
                return done == 0 ? result : done;
            }
        }
        return done;
    }

    @Override
    public int bufferedWrite(Task task, Request request) {
        int done = 0;
        int result = 0;
        inodeLock().downWrite(task);
        while (done < request.pages() && result == 0) {
            clusterLock.addGet(task);
            task.disableFaults();
            result = copyIn(task, request, done);
            task.enableFaults();
            clusterLock.addPut(task);
            if (result == 0) {
                done++;
            } else if (request.buffer().faultIn(task, done, 1, false) > 0) {
                result = 0;
            }
        }
        inodeLock().upWrite(task);
        return done == 0 ? result : done;
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        clusterLock.addGet(task);
        cache().truncate(task, index, pages);
        cache().discardBlocks(task, index, pages);
        clusterLock.addPut(task);
        inodeLock().upWrite(task);
    }

    @Override
    public @Nullable Page fault(Task task, long index, boolean write) {
        clusterLock.addGet(task);
        Page page = super.fault(task, index, write);
        clusterLock.addPut(task);
        return page;
    }

    @Override
    public int directRead(Task task, Request request) {
        int done = 0;
        while (done < request.pages()) {
            clusterLock.blockGet(task);
            flushBefore(task, request);
            inFlight().begin(task);
            int reached = withoutFaults(task, request, done);
            inFlight().end(task);
            clusterLock.blockPut(task);
            int before = done;
            done = Math.max(done, reached);
            if (done < request.pages() && faultIn(task, request, before, done) == 0) {
                return done == 0 ? UserBuffer.EFAULT : done;
            }
        }
        return done;
    }

    /** Faults in what comes next: a window of it, or one page if the last window was of no use. */
    private static int faultIn(Task task, Request request, int before, int done) {
        int window = before == done ? 1 : WINDOW;
        return request.buffer().faultIn(task, done, Math.min(window, request.pages() - done), !request.isWrite());
    }

    @Override
    public int directWrite(Task task, Request request) {
        int done = 0;
        boolean removed = true;
        boolean progress = true;
        inodeLock().downWrite(task);
        while (done < request.pages() && removed && progress) {
            clusterLock.blockGet(task);
            removed = removeBefore(task, request);
            int reached = removed ? pastFrom(task, request, done) : done;
            clusterLock.blockPut(task);
            boolean stuck = reached <= done && endsWithoutProgress;
            int before = done;
            done = Math.max(done, reached);
            if (done < request.pages() && removed) {
                progress = faultIn(task, request, before, done) > 0 && !stuck;
            }
        }
        inodeLock().upWrite(task);
        return done == request.pages() ? done : writeThrough(task, request);
    }

    private int pastFrom(Task task, Request request, int from) {
        inFlight().begin(task);
        int reached = withoutFaults(task, request, from);
        removeAfter(task, request);
        inFlight().end(task);
        return reached;
    }
}
