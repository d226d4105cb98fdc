package io.pagetax.scheme.model;

/**
 * What direct I/O leaves in the index of a file while it is under way, in place of pages: those who meet it there wait until
 * it is gone, and look again. Each task has its own.
 */
public final class Records {

    private final PageCache cache;
    private final PageIndex index;

    Records(PageCache cache, PageIndex index) {
        this.cache = cache;
        this.index = index;
    }

    /** Sleeps while a record is at an index, or covers it. */
    public void await(Task task, long at) {
        if (index.loadCovering(at) instanceof DirectIoRecord record) {
            record.await(task, record + " at " + cache.at(at), () -> index.loadCovering(at) != record);
        }
    }

    /** Leaves one of the task's at an index, if nothing is there. */
    public boolean tryLeave(Task task, long at) {
        boolean left = index.insert(task, at, task.claims().record(0)) == null;
        if (left) {
            task.tells("leaves a record at", cache, at);
        }
        return left;
    }

    /** Takes it away again and wakes those who wait. */
    public void erase(Task task, long at) {
        task.tells("erases its record at", cache, at);
        index.remove(task, at);
        task.claims().record(0).wake();
    }

    /**
     * Leaves one for a range, if nothing is in there.
     *
     * @param number of the record among those that the task leaves at a time
     */
    public boolean tryLeaveRange(Task task, int number, long first, int count) {
        boolean left = index.insertRange(task, first, count, task.claims().record(number));
        if (left) {
            task.tells("leaves the record of a range at", cache, first);
        }
        return left;
    }

    /** Takes it away again and wakes those who wait. */
    public void eraseRange(Task task, int number, long first, int count) {
        task.tells("erases its record at", cache, first);
        index.removeRange(task, first, count);
        task.claims().record(number).wake();
    }
}
