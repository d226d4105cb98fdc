package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.UserBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Any other scheme with faults disabled; what cannot be pinned then goes through the cache. L. Torvalds, 10 January 2019,
 * CAHk-=wheEc=K19yJjr4_rkNVxVmyxmbeOoDpwiuNUHZsR-BFBw@mail.gmail.com.
 */
final class Torvalds2019 implements CoherenceScheme {

    private final CoherenceScheme scheme;
    private final PageCache cache;

    Torvalds2019(CoherenceScheme scheme, PageCache cache) {
        this.scheme = scheme;
        this.cache = cache;
    }

    @Override
    public int directRead(Task task, Request request) {
        task.disableFaults();
        int done = scheme.directRead(task, request);
        task.enableFaults();
        return done == UserBuffer.EFAULT ? scheme.bufferedRead(task, request) : done;
    }

    @Override
    public int directWrite(Task task, Request request) {
        task.disableFaults();
        int done = scheme.directWrite(task, request);
        task.enableFaults();
        if (done != UserBuffer.EFAULT) {
            return done;
        }
        int through = scheme.bufferedWrite(task, request);
        if (through > 0) {
            cache.flush(task, request.index(), through);
        }
        return through;
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
