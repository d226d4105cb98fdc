package io.pagetax.scheme;

import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.UserBuffer;

/**
 * Any other scheme, with the user's memory pinned before it takes or publishes anything: the faults come too early to meet
 * that. Nobody is known to have proposed it. A request that is longer than a batch of pins is short.
 */
final class PinFirst extends WrappedScheme {

    PinFirst(CoherenceScheme scheme) {
        super(scheme);
    }

    @Override
    public int directRead(Task task, Request request) {
        Request pinned = task.pinnedBuffer().pinned(task, request);
        if (pinned.pages() == 0) {
            return UserBuffer.EFAULT;
        }
        int done = scheme().directRead(task, pinned);
        request.buffer().unpin(task, 0, pinned.pages(), true);
        return done;
    }

    @Override
    public int directWrite(Task task, Request request) {
        Request pinned = task.pinnedBuffer().pinned(task, request);
        if (pinned.pages() == 0) {
            return UserBuffer.EFAULT;
        }
        int done = scheme().directWrite(task, pinned);
        request.buffer().unpin(task, 0, pinned.pages(), false);
        return done;
    }
}
