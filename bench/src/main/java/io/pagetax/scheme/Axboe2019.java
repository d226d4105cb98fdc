package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;

/**
 * RWF_UNCACHED with private pages: what is cached is copied, what is not goes through a page that never enters the index;
 * a write goes through the cache, and drops what it inserted. J. Axboe, 17 December 2019,
 * 20191217143948.26380-1-axboe@kernel.dk. Takes the place of direct I/O here.
 */
final class Axboe2019 extends Filemap {

    Axboe2019(PageCache cache) {
        super(cache);
    }

    @Override
    public int directRead(Task task, Request request) {
        int done = 0;
        while (done < request.pages()) {
            Page page = cache().find(task, request.index() + done);
            int result;
            if (page != null && page.isUptodate()) {
                result = copyOut(task, request, done, page);
                page.put(task);
            } else if (page != null) {
                page.put(task);
                result = copyOut(task, request, done);
            } else {
                result = throughPrivatePage(task, request, done);
            }
            if (result < 0) {
                return done == 0 ? result : done;
            }
            done++;
        }
        return done;
    }

    private int throughPrivatePage(Task task, Request request, int number) {
        inFlight().begin(task);
        Page page = cache().allocatePrivate(task);
        cache().readBlocks(task, request.index() + number, page.frame(), 1);
        int result = copyOut(task, request, number, page);
        page.put(task);
        inFlight().end(task);
        return result;
    }

    @Override
    public int directWrite(Task task, Request request) {
        inodeLock().downWrite(task);
        boolean hadPages = cache().absentFrom(request.index(), request.pages()) < request.pages();
        int done = copyAllIn(task, request);
        if (done > 0) {
            cache().flush(task, request.index(), done);
            if (!hadPages) {
                cache().invalidate(task, request.index(), done);
            }
        }
        inodeLock().upWrite(task);
        return done;
    }
}
