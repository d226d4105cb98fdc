package io.pagetax.scheme.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A frame of memory as the page cache sees it: struct page. There is one for each frame, for ever; what it holds changes.
 * Whoever uses it holds a reference, and the cache holds one while it is in there; who removes it freezes the count, which
 * fails if anybody else has one.
 */
public final class Page extends WaitQueue {

    private static final int LOCKED = 1;
    private static final int UPTODATE = 2;
    private static final int DIRTY = 4;
    private static final int WRITEBACK = 8;
    private static final int REFERENCED = 16;
    private static final int DROP_BEHIND = 32;

    private static final VarHandle FLAGS = Fields.handle(MethodHandles.lookup(), "flags");
    private static final VarHandle REFERENCES = Fields.handle(MethodHandles.lookup(), "references");

    private final int frame;
    private final Frames owner;

    private volatile int flags;
    private volatile int references;
    volatile @Nullable PageCache cache;
    volatile long index;

    Page(int frame, Frames owner) {
        this.frame = frame;
        this.owner = owner;
    }

    /** Where its bytes are. */
    public int frame() {
        return frame;
    }

    /** The file's cache that it is in; null if it is in none. Stable while it is locked. */
    public @Nullable PageCache cache() {
        return cache;
    }

    /** Where in the file it belongs. */
    public long index() {
        return index;
    }

    /** What a fresh page is: locked, its bytes unknown, with a reference for the caller and one for the cache. */
    void belongTo(PageCache newCache, long newIndex) {
        cache = newCache;
        index = newIndex;
        flags = LOCKED;
        references = 2;
    }

    /** A page that is never inserted, private to the caller who holds the only reference. */
    void belongToNobody() {
        cache = null;
        flags = 0;
        references = 1;
    }

    /** It is in the cache no more. The caller has it locked. */
    void leave() {
        cache = null;
    }

    /** Whether it is where it was looked for, which is sure while it is locked. */
    public boolean isAt(PageCache expectedCache, long expectedIndex) {
        return cache == expectedCache && index == expectedIndex;
    }

    /** Takes a reference, unless the page is free or about to be. */
    boolean tryGet(Task task) {
        int seen = references;
        while (seen > 0) {
            if (REFERENCES.compareAndSet(this, seen, seen + 1)) {
                task.counts().pageRmw();
                return true;
            }
            seen = references;
        }
        return false;
    }

    /** Takes one more reference. The caller has one. */
    void get(Task task) {
        task.counts().pageRmw();
        REFERENCES.getAndAdd(this, 1);
    }

    /** Gives a reference back; the last one frees the page. */
    public void put(Task task) {
        task.counts().pageRmw();
        if ((int) REFERENCES.getAndAdd(this, -1) == 1) {
            owner.free(this);
        }
    }

    /** Takes all references away if they are the cache's and the caller's; then nobody can get one. */
    boolean freeze(Task task) {
        task.counts().pageRmw();
        return REFERENCES.compareAndSet(this, 2, 0);
    }

    /** Back to the free ones. The caller has frozen it. */
    void release() {
        owner.free(this);
    }

    /** lock_page(). */
    public void lock(Task task) {
        while (!tryLock(task)) {
            await(task, this, () -> !has(LOCKED));
        }
    }

    /** trylock_page(). */
    public boolean tryLock(Task task) {
        int seen = flags;
        while ((seen & LOCKED) == 0) {
            if (FLAGS.compareAndSet(this, seen, seen | LOCKED)) {
                task.counts().pageRmw();
                task.tells("locks", this);
                return true;
            }
            seen = flags;
        }
        return false;
    }

    /** unlock_page(). */
    public void unlock(Task task) {
        task.tells("unlocks", this);
        clear(task, LOCKED);
        wake();
    }

    /** Whether its bytes are those of the file. */
    public boolean isUptodate() {
        return has(UPTODATE);
    }

    /** They are now. The caller has it locked. */
    public void setUptodate(Task task) {
        set(task, UPTODATE);
    }

    /** Whether its bytes have to be written. */
    public boolean isDirty() {
        return has(DIRTY);
    }

    /** Whether that was not so before. */
    boolean markDirty(Task task) {
        return set(task, DIRTY);
    }

    /** Whether it was dirty. */
    boolean clearDirty(Task task) {
        return clear(task, DIRTY);
    }

    /** It is being written. */
    void beginWriteback(Task task) {
        set(task, WRITEBACK);
    }

    /** It is written. */
    void endWriteback(Task task) {
        clear(task, WRITEBACK);
        wake();
    }

    /** Whether it is being written. */
    boolean isUnderWriteback() {
        return has(WRITEBACK);
    }

    /** Sleeps while it is being written. */
    public void awaitWriteback(Task task) {
        if (has(WRITEBACK)) {
            await(task, this + " to be written", () -> !has(WRITEBACK));
        }
    }

    /** It was used: reclaim passes it once. */
    void touch() {
        if (!has(REFERENCED)) {
            change(0, REFERENCED);
        }
    }

    /** Whether it was used since reclaim came by the last time. */
    boolean clearTouched(Task task) {
        return clear(task, REFERENCED);
    }

    /** It is to go as soon as it was used: RWF_DONTCACHE. */
    public void setDropBehind(Task task) {
        set(task, DROP_BEHIND);
    }

    /** Somebody wants it to stay. */
    public void clearDropBehind(Task task) {
        if (has(DROP_BEHIND)) {
            clear(task, DROP_BEHIND);
        }
    }

    /** Whether it is to go. */
    public boolean isDropBehind() {
        return has(DROP_BEHIND);
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private boolean set(Task task, int flag) {
        task.counts().pageRmw();
        return (change(0, flag) & flag) == 0;
    }

    private boolean clear(Task task, int flag) {
        task.counts().pageRmw();
        return (change(flag, 0) & flag) != 0;
    }

    /** What the flags were before. */
    private int change(int off, int on) {
        int seen = flags;
        while (!FLAGS.compareAndSet(this, seen, (seen & ~off) | on)) {
            seen = flags;
        }
        return seen;
    }

    @Override
    public String toString() {
        return Journal.place(this);
    }
}
