package io.pagetax.scheme.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Locks ranges of a file, each for one task at a time: the part of btrfs's extent_io_tree that locks, which knows nothing of
 * pages. Not recursive.
 */
public final class RangeLock extends WaitQueue {

    private final String name;
    private final List<Held> held = new ArrayList<>();

    /** @param name in journals */
    public RangeLock(String name) {
        this.name = name;
    }

    /** A task has it from a page on. */
    private record Held(Task task, long first, int pages) {

        boolean overlaps(long otherFirst, int otherPages) {
            return first < otherFirst + otherPages && otherFirst < first + pages;
        }
    }

    /** Sleeps until nobody has any of it. */
    public void lock(Task task, long first, int pages) {
        while (!tryLock(task, first, pages)) {
            await(task, this, () -> isFree(first, pages));
        }
        task.tells("locks a range of", this);
    }

    /** Gives back what the task has from a page on. */
    public void unlock(Task task, long first) {
        task.tells("unlocks a range of", this);
        task.counts().lockRmw();
        forget(task, first);
        wake();
    }

    private synchronized boolean tryLock(Task task, long first, int pages) {
        task.counts().lockRmw();
        boolean free = isFree(first, pages);
        if (free) {
            task.counts().node();
            held.add(new Held(task, first, pages));
        }
        return free;
    }

    private synchronized boolean isFree(long first, int pages) {
        for (Held range : held) {
            if (range.overlaps(first, pages)) {
                return false;
            }
        }
        return true;
    }

    private synchronized void forget(Task task, long first) {
        held.removeIf(range -> range.task == task && range.first == first);
    }

    @Override
    public String toString() {
        return name;
    }
}
