package io.pagetax.scheme.model;

/** Memory of the process's own, always resident, in frames that lie one after the other. */
public final class AnonymousBuffer implements UserBuffer {

    private final int firstFrame;

    /** @param firstFrame in the machine's memory, not among those of page caches */
    public AnonymousBuffer(int firstFrame) {
        this.firstFrame = firstFrame;
    }

    @Override
    public int pin(Task task, int first, int count, boolean write) {
        int[] pinned = task.roomForPins();
        for (int i = 0; i < count; i++) {
            pinned[i] = firstFrame + first + i;
        }
        return count;
    }

    @Override
    public void unpin(Task task, int first, int count, boolean written) {
        // It is resident anyway.
    }
}
