package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import org.jspecify.annotations.Nullable;

/** Another scheme, but for direct I/O, which is carried out differently. */
abstract class WrappedScheme implements CoherenceScheme {

    private final CoherenceScheme scheme;

    WrappedScheme(CoherenceScheme scheme) {
        this.scheme = scheme;
    }

    final CoherenceScheme scheme() {
        return scheme;
    }

    @Override
    public final int bufferedRead(Task task, Request request) {
        return scheme.bufferedRead(task, request);
    }

    @Override
    public final int bufferedWrite(Task task, Request request) {
        return scheme.bufferedWrite(task, request);
    }

    @Override
    public final @Nullable Page fault(Task task, long index, boolean write) {
        return scheme.fault(task, index, write);
    }

    @Override
    public final int sync(Task task, long index, int pages) {
        return scheme.sync(task, index, pages);
    }

    @Override
    public final void punchHole(Task task, long index, int pages) {
        scheme.punchHole(task, index, pages);
    }
}
