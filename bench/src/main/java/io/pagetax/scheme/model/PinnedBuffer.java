package io.pagetax.scheme.model;

/** A buffer all of whose pages are pinned already, so that no transfer from or to it faults. Belongs to a task. */
public final class PinnedBuffer implements UserBuffer {

    private int[] frames = new int[Task.PIN_BATCH];
    private final Request read = Request.read(this);
    private final Request write = Request.write(this);

    /**
     * Pins as much of a request's memory as fits into a batch; to be given back by unpinning that.
     *
     * @return the same request of this buffer, of no page if none could be pinned
     */
    public Request pinned(Task task, Request request) {
        int pinned = Transfer.pin(task, request, 0, request.pages());
        if (pinned > 0) {
            frames = task.keepPins(frames);
        }
        return (request.isWrite() ? write : read).of(request.index(), Math.max(pinned, 0));
    }

    @Override
    public int pin(Task task, int first, int count, boolean forWrite) {
        task.pinned(frames, first);
        return count;
    }

    @Override
    public void unpin(Task task, int first, int count, boolean written) {
        // Whoever pinned it does that.
    }
}
