package io.pagetax.scheme.model;

/** The part of direct I/O that all schemes share: pin the user's memory, transfer, give it back. */
public final class Transfer {

    private Transfer() {}

    /**
     * Between the device and the user's memory, past the cache.
     *
     * @param from page of the request to begin with
     * @param to page of the request to end before
     * @return page of the request up to which it is done, or an error if nothing is
     */
    public static int run(Task task, PageCache cache, Request request, int from, int to) {
        int done = from;
        while (done < to) {
            int pinned = pin(task, request, done, to);
            if (pinned < 0) {
                return done == from ? pinned : done;
            }
            submit(task, cache, request, done, pinned);
            done += pinned;
        }
        return done;
    }

    /** All of a request. */
    public static int run(Task task, PageCache cache, Request request) {
        return run(task, cache, request, 0, request.pages());
    }

    /** Pins a batch of a request's memory: how many pages, or an error. */
    public static int pin(Task task, Request request, int from, int to) {
        return request.buffer().pin(task, from, Math.min(Task.PIN_BATCH, to - from), !request.isWrite());
    }

    /** Transfers the batch that was just pinned, and gives it back. Frames that lie one after the other are one request. */
    public static void submit(Task task, PageCache cache, Request request, int from, int pinned) {
        int[] frames = task.pinned();
        long index = request.index() + from;
        int first = task.firstPin();
        int at = 0;
        while (at < pinned) {
            int frame = frames[first + at];
            int to = at + 1;
            while (to < pinned && frames[first + to] == frame + to - at) {
                to++;
            }
            if (request.isWrite()) {
                cache.writeBlocks(task, index + at, frame, to - at);
            } else {
                cache.readBlocks(task, index + at, frame, to - at);
            }
            at = to;
        }
        request.buffer().unpin(task, from, pinned, !request.isWrite());
    }
}
