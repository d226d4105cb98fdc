package io.pagetax.scheme.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Direct I/O of a file that has not ended: i_dio_count. Who cuts the file waits until there is none. */
public final class InFlight extends WaitQueue {

    private static final VarHandle COUNT = Fields.handle(MethodHandles.lookup(), "count");

    private final String name;

    private volatile int count;

    /** @param name in journals */
    public InFlight(String name) {
        this.name = name;
    }

    /** inode_dio_begin(). */
    public void begin(Task task) {
        task.counts().lockRmw();
        COUNT.getAndAdd(this, 1);
    }

    /** inode_dio_end(). */
    public void end(Task task) {
        task.counts().lockRmw();
        if ((int) COUNT.getAndAdd(this, -1) == 1) {
            wake();
        }
    }

    /** inode_dio_wait(): whoever calls it holds what keeps new I/O from beginning. */
    public void awaitNone(Task task) {
        if (count != 0) {
            await(task, this, () -> count == 0);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
