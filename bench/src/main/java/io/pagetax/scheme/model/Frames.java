package io.pagetax.scheme.model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The frames that page caches may fill. When all are used, those that nobody has used lately are reclaimed, by a clock that
 * goes over all of them. <b>Thread-safe.</b>
 */
public final class Frames {

    private static final int NONE = -1;
    private static final long LOW = 0xffff_ffffL;
    private static final int ROUNDS = 3;
    private static final long RETRY_NS = 50_000;
    private static final long PATIENCE_NS = 5_000_000_000L;

    private final int first;
    private final @Nullable Page[] pages;

    // Pages are made when they are needed first: a model checker makes thousands of machines.
    private final AtomicInteger made = new AtomicInteger();

    // A stack of free frames; the upper half of its head counts changes, lest an old head pass for the same.
    private final AtomicIntegerArray below;
    private final AtomicLong head = new AtomicLong(LOW);
    private final AtomicInteger hand = new AtomicInteger();

    /**
     * All free.
     *
     * @param first number of the first of them in the machine's memory
     */
    public Frames(int first, int count) {
        this.first = first;
        this.pages = new Page[count];
        this.below = new AtomicIntegerArray(count);
    }

    /**
     * A free page; others are removed from their caches for it if need be. Waits while all are locked or referenced, as they are
     * if many direct reads hold the locks of pages.
     *
     * @throws IllegalStateException all pages are used, and stay so
     */
    Page allocate(Task task) {
        Page page = tryAllocate(task);
        return page == null ? await(task) : page;
    }

    private Page await(Task task) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE_NS) {
            LockSupport.parkNanos(RETRY_NS);
            Page page = tryAllocate(task);
            if (page != null) {
                return page;
            }
        }
        throw new IllegalStateException("no page can be reclaimed of " + pages.length);
    }

    private @Nullable Page tryAllocate(Task task) {
        for (int attempt = 0; attempt < ROUNDS * pages.length; attempt++) {
            Page page = pop();
            if (page == null) {
                page = make();
            }
            if (page != null) {
                return page;
            }
            Page old = pages[Math.floorMod(hand.getAndIncrement(), pages.length)];
            if (old != null) {
                reclaim(task, old);
            }
        }
        return null;
    }

    private @Nullable Page make() {
        if (made.get() >= pages.length) {
            return null;
        }
        int number = made.getAndIncrement();
        if (number >= pages.length) {
            return null;
        }
        Page page = new Page(first + number, this);
        pages[number] = page;
        return page;
    }

    void free(Page page) {
        push(page.frame() - first);
    }

    /** A dirty page is written, and goes when the hand comes by again. */
    private static void reclaim(Task task, Page page) {
        PageCache cache = page.cache();
        if (cache == null || page.clearTouched(task) || !page.tryGet(task)) {
            return;
        }
        if (page.tryLock(task)) {
            if (!page.isAt(cache, page.index())) {
                page.unlock(task);
            } else if (page.isDirty()) {
                cache.writeBack(task, page);
            } else if (cache.evict(task, page)) {
                return;
            } else {
                page.unlock(task);
            }
        }
        page.put(task);
    }

    private void push(int number) {
        long seen = head.get();
        while (true) {
            below.set(number, (int) seen);
            if (head.compareAndSet(seen, next(seen, number))) {
                return;
            }
            seen = head.get();
        }
    }

    private @Nullable Page pop() {
        long seen = head.get();
        while ((int) seen != NONE) {
            if (head.compareAndSet(seen, next(seen, below.get((int) seen)))) {
                return pages[(int) seen];
            }
            seen = head.get();
        }
        return null;
    }

    private static long next(long seen, int number) {
        return (((seen >>> Integer.SIZE) + 1) << Integer.SIZE) | (number & LOW);
    }
}
