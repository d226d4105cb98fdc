package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.Transfer;
import io.pagetax.scheme.model.TwoStateLock;
import org.jspecify.annotations.Nullable;

/**
 * The two-state lock of 2018, held over whole buffered reads and faults; a fault into a file that the task blocks fails, and
 * one that would wait against the order of addresses makes its own direct write drop its lock, and start again.
 * faults_disabled_mapping: K. Overstreet, 12 July 2023, 20230712211115.2174650-2, commit 2b69987be575; bcachefs until
 * Linux 6.17.
 *
 * <p>The order is that of the files' numbers. A request that is longer than a batch of pins is short. Direct reads hold no
 * lock, and may begin when a hole is punched already: a pointer to a block names the generation of its bucket, so that a
 * read of one that was freed is repeated; here a count of holes stands for that.
 */
final class Overstreet2023 extends Filemap {

    private final TwoStateLock lock;

    /** Twice for each hole: odd while one is punched. */
    private volatile int holes;

    Overstreet2023(PageCache cache) {
        super(cache);
        this.lock = new TwoStateLock(cache + ".pagecache_lock");
    }

    @Override
    public int bufferedRead(Task task, Request request) {
        lock.addGet(task);
        int done = super.bufferedRead(task, request);
        lock.addPut(task);
        return done;
    }

    @Override
    public int bufferedWrite(Task task, Request request) {
        inodeLock().downWrite(task);
        lock.addGet(task);
        int done = copyAllIn(task, request);
        lock.addPut(task);
        inodeLock().upWrite(task);
        return done;
    }

    @Override
    public @Nullable Page fault(Task task, long index, boolean write) {
        if (!(task.held() instanceof Overstreet2023 blocked)) {
            lock.addGet(task);
        } else if (blocked == this) {
            return null;
        } else if (blocked.cache().number() < cache().number()) {
            lock.addGet(task);
        } else if (!lock.tryAddGet(task)) {
            blocked.lock.blockPut(task);
            lock.addGet(task);
            lock.addPut(task);
            blocked.lock.blockGet(task);
            task.setDropped(true);
            return null;
        }
        Page page = super.fault(task, index, write);
        lock.addPut(task);
        return page;
    }

    @Override
    public int directRead(Task task, Request request) {
        if (cache().hasPages()) {
            cache().flush(task, request.index(), request.pages());
        }
        inFlight().begin(task);
        int done;
        int seen;
        do {
            seen = holes;
            done = Transfer.run(task, cache(), request);
        } while (holes != seen || isPunching(seen));
        inFlight().end(task);
        return done;
    }

    @Override
    public int directWrite(Task task, Request request) {
        inodeLock().downWrite(task);
        lock.blockGet(task);
        inFlight().begin(task);
        inodeLock().upWrite(task);
        int pinned;
        do {
            while (cache().hasPages() && !cache().invalidate(task, request.index(), request.pages())) {
                Thread.onSpinWait();
            }
            task.setDropped(false);
            task.holds(this);
            pinned = Transfer.pin(task, request, 0, request.pages());
            task.holds(null);
        } while (task.wasDropped());
        if (pinned > 0) {
            Transfer.submit(task, cache(), request, 0, pinned);
        }
        inFlight().end(task);
        lock.blockPut(task);
        return pinned;
    }

    private static boolean isPunching(int count) {
        return count % 2 != 0;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // alone with the lock of the inode
    @Override
    public void punchHole(Task task, long index, int pages) {
        inodeLock().downWrite(task);
        inFlight().awaitNone(task);
        lock.blockGet(task);
        cache().truncate(task, index, pages);
        holes++;
        cache().discardBlocks(task, index, pages);
        holes++;
        lock.blockPut(task);
        inodeLock().upWrite(task);
    }
}
