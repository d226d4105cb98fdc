package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.UserBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Any other scheme, with the user's memory pinned before it takes or publishes anything: the faults come too early to meet
 * that. Nobody is known to have proposed it. A request that is longer than a batch of pins is short.
 */
final class PinFirst implements CoherenceScheme {

    private final CoherenceScheme scheme;

    PinFirst(CoherenceScheme scheme) {
        this.scheme = scheme;
    }

    @Override
    public int directRead(Task task, Request request) {
        Request pinned = task.pinnedBuffer().pinned(task, request);
        if (pinned.pages() == 0) {
            return UserBuffer.EFAULT;
        }
        int done = scheme.directRead(task, pinned);
        request.buffer().unpin(task, 0, pinned.pages(), true);
        return done;
    }

    @Override
    public int directWrite(Task task, Request request) {
        Request pinned = task.pinnedBuffer().pinned(task, request);
        if (pinned.pages() == 0) {
            return UserBuffer.EFAULT;
        }
        int done = scheme.directWrite(task, pinned);
        request.buffer().unpin(task, 0, pinned.pages(), false);
        return done;
    }

    @Override
    public int bufferedRead(Task task, Request request) {
        return scheme.bufferedRead(task, request);
    }

    @Override
    public int bufferedWrite(Task task, Request request) {
        return scheme.bufferedWrite(task, request);
    }

    @Override
    public @Nullable Page fault(Task task, long index, boolean write) {
        return scheme.fault(task, index, write);
    }

    @Override
    public int sync(Task task, long index, int pages) {
        return scheme.sync(task, index, pages);
    }

    @Override
    public void punchHole(Task task, long index, int pages) {
        scheme.punchHole(task, index, pages);
    }
}
