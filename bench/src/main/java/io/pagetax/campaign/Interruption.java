package io.pagetax.campaign;

import java.util.concurrent.atomic.AtomicBoolean;

/** A user's wish to stop. Thread-safe. */
public final class Interruption {

    private final AtomicBoolean requested = new AtomicBoolean();

    /**
     * Asks the run to end with what it has: the fork that is measuring is ended, so its sample is lost.
     *
     * @return false if it was asked before
     */
    public boolean request() {
        boolean first = requested.compareAndSet(false, true);
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
        return first;
    }

    /** Whether the run was asked to end. */
    public boolean isRequested() {
        return requested.get();
    }
}
