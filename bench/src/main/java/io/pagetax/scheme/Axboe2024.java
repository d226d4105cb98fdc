package io.pagetax.scheme;

import io.pagetax.scheme.model.Page;
import io.pagetax.scheme.model.PageCache;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;

/**
 * RWF_DONTCACHE: a buffered transfer that marks the pages it inserts, and drops them as soon as it is done with them. J.
 * Axboe, 20 December 2024, 20241220154831.1086649-1-axboe@kernel.dk, Linux 6.14. Takes the place of direct I/O here.
 *
 * <p>invalidate_lock is held around insertion and reading, as for any buffered read of that kernel. Writes wait until they
 * are on the device, where Linux starts that and drops the pages at its end: nothing completes later here.
 */
final class Axboe2024 extends Kara2021 {

    Axboe2024(PageCache cache) {
        super(cache);
    }

    @Override
    public int directRead(Task task, Request request) {
        int done = 0;
        while (done < request.pages()) {
            Page page = cached(task, request.index() + done);
            int result = copyOut(task, request, done, page);
            if (page.isDropBehind()) {
                cache().dropBehind(task, page);
            } else {
                page.put(task);
            }
            if (result < 0) {
                return done == 0 ? result : done;
            }
            done++;
        }
        return done;
    }

    /** With a reference; one that is not there is inserted, to be dropped. */
    private Page cached(Task task, long index) {
        Page page = cache().find(task, index);
        if (page != null) {
            if (page.isUptodate()) {
                return page;
            }
            page.put(task);
        }
        boolean fresh = page == null;
        page = filled(task, index);
        if (fresh) {
            page.setDropBehind(task);
        }
        page.unlock(task);
        return page;
    }

    /** A page that others use stays. */
    @Override
    void used(Task task, Page page) {
        page.clearDropBehind(task);
    }

    @Override
    public int directWrite(Task task, Request request) {
        inodeLock().downWrite(task);
        int done = 0;
        int result = 0;
        while (done < request.pages() && result == 0) {
            boolean fresh = cache().absentFrom(request.index() + done, 1) == 1;
            result = copyIn(task, request, done);
            if (result == 0) {
                cache().flush(task, request.index() + done, 1);
                if (fresh) {
                    cache().invalidate(task, request.index() + done, 1);
                }
                done++;
            }
        }
        inodeLock().upWrite(task);
        return done == 0 ? result : done;
    }
}
