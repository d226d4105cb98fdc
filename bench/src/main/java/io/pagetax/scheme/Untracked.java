package io.pagetax.scheme;

import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.Transfer;

/** The control: direct I/O that does not know that there is a cache. Whatever is coherent under it is so by chance. */
final class Untracked extends Filemap {

    Untracked(PageCache cache) {
        super(cache);
    }

    @Override
    public int directRead(Task task, Request request) {
        return Transfer.run(task, cache(), request);
    }

    @Override
    public int directWrite(Task task, Request request) {
        return Transfer.run(task, cache(), request);
    }
}
