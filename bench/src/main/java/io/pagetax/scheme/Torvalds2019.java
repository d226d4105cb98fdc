package io.pagetax.scheme;

import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.UserBuffer;

/**
 * Any other scheme with faults disabled; what cannot be pinned then goes through the cache. L. Torvalds, 10 January 2019,
 * CAHk-=wheEc=K19yJjr4_rkNVxVmyxmbeOoDpwiuNUHZsR-BFBw@mail.gmail.com.
 */
final class Torvalds2019 extends WrappedScheme {

    private final PageCache cache;

    Torvalds2019(CoherenceScheme scheme, PageCache cache) {
        super(scheme);
        this.cache = cache;
    }

    @Override
    public int directRead(Task task, Request request) {
        task.disableFaults();
        int done = scheme().directRead(task, request);
        task.enableFaults();
        return done == UserBuffer.EFAULT ? scheme().bufferedRead(task, request) : done;
    }

    @Override
    public int directWrite(Task task, Request request) {
        task.disableFaults();
        int done = scheme().directWrite(task, request);
        task.enableFaults();
        if (done != UserBuffer.EFAULT) {
            return done;
        }
        int through = scheme().bufferedWrite(task, request);
        if (through > 0) {
            cache.flush(task, request.index(), through);
        }
        return through;
    }
}
