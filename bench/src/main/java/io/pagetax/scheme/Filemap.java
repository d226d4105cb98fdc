package io.pagetax.scheme;

import io.pagetax.scheme.model.InFlight;
import io.pagetax.scheme.model.Insertion;
import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Records;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.RwSemaphore;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.UserBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a file does without any regard for direct I/O: buffered reads and writes, faults, holes, as mm/filemap.c has them;
 * schemes put their own around it.
 *
 * <p>A buffered write pins the memory that it copies from before it locks a page, where the kernel touches it, copies with
 * faults disabled and tries again: the order of locks is the same.
 */
abstract class Filemap implements CoherenceScheme {

    private final PageCache cache;
    private final RwSemaphore inodeLock;
    private final InFlight inFlight;

    Filemap(PageCache cache) {
        this.cache = cache;
        this.inodeLock = new RwSemaphore(cache + ".i_rwsem");
        this.inFlight = new InFlight(cache + ".i_dio_count");
    }

    final PageCache cache() {
        return cache;
    }

    final Records records() {
        return cache.records();
    }

    /** i_rwsem, which XFS calls IOLOCK. */
    final RwSemaphore inodeLock() {
        return inodeLock;
    }

    final InFlight inFlight() {
        return inFlight;
    }

    /** What is done around the moment at which a page is inserted. */
    Insertion insertion() {
        return Insertion.FREE;
    }

    @Override
    public int bufferedRead(Task task, Request request) {
        int done = 0;
        while (done < request.pages()) {
            int result = copyOut(task, request, done);
            if (result < 0) {
                return done == 0 ? result : done;
            }
            done++;
        }
        return done;
    }

    /** Copies one page of the request to the user through the cache; 0, or an error. */
    final int copyOut(Task task, Request request, int number) {
        Page page = upToDate(task, request.index() + number);
        int result = copyOut(task, request, number, page);
        page.put(task);
        return result;
    }

    /** Copies a page, of which the caller has a reference, to the user; 0, or an error. */
    final int copyOut(Task task, Request request, int number, Page page) {
        UserBuffer buffer = request.buffer();
        int pinned = buffer.pin(task, number, 1, true);
        if (pinned < 0) {
            return pinned;
        }
        cache.copy(task, page.frame(), task.firstPinned());
        buffer.unpin(task, number, 1, true);
        return 0;
    }

    /** The page with a reference, read if need be. */
    private Page upToDate(Task task, long index) {
        Page page = cache.find(task, index);
        if (page != null) {
            if (page.isUptodate()) {
                used(task, page);
                return page;
            }
            page.put(task);
        }
        page = filled(task, index);
        page.unlock(task);
        return page;
    }

    /** A buffered reader has found a page. */
    void used(Task task, Page page) {
        // Most schemes do not care.
    }

    /** The page locked, with a reference, inserted and read if need be. */
    Page filled(Task task, long index) {
        Page page = cache.findOrCreate(task, index, insertion());
        cache.fill(task, page);
        return page;
    }

    @Override
    public int bufferedWrite(Task task, Request request) {
        inodeLock.downWrite(task);
        int done = copyAllIn(task, request);
        inodeLock.upWrite(task);
        return done;
    }

    /** A buffered write by a caller who has the lock of the inode. */
    final int copyAllIn(Task task, Request request) {
        int done = 0;
        int result = 0;
        while (done < request.pages() && result == 0) {
            result = copyIn(task, request, done);
            done += result == 0 ? 1 : 0;
        }
        return done == 0 ? result : done;
    }

    /** Copies one page of the request into the cache, where it is dirty then; 0, or an error. */
    final int copyIn(Task task, Request request, int number) {
        UserBuffer buffer = request.buffer();
        int pinned = buffer.pin(task, number, 1, false);
        if (pinned < 0) {
            return pinned;
        }
        int source = task.firstPinned();
        Page page = cache.findOrCreate(task, request.index() + number, insertion());
        store(task, source, page);
        page.unlock(task);
        page.put(task);
        buffer.unpin(task, number, 1, false);
        return 0;
    }

    /** Puts a frame's bytes into a page, in the kernel's order of steps. The caller has it locked. */
    void store(Task task, int source, Page page) {
        cache.copy(task, source, page.frame());
        page.setUptodate(task);
        cache.dirty(task, page);
    }

    @Override
    public @Nullable Page fault(Task task, long index, boolean write) {
        Page page = filled(task, index);
        if (write) {
            cache.dirty(task, page);
        }
        return page;
    }

    @Override
    public int sync(Task task, long index, int pages) {
        cache.flush(task, index, pages);
        return 0;
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock.downWrite(task);
        inFlight.awaitNone(task);
        cache.truncate(task, index, pages);
        cache.discardBlocks(task, index, pages);
        inodeLock.upWrite(task);
    }
}
