package io.pagetax.scheme.model;

import org.jspecify.annotations.Nullable;

/**
 * A file mapped shared and writable into a process, and its page table. <b>Thread-safe:</b> an access through the table and
 * the removal of an entry exclude each other, as unmapping does that waits for every TLB.
 */
public final class FileMapping {

    private final AddressSpace addressSpace;
    private final PageCache cache;
    private final FaultHandler handler;
    private final @Nullable Page[] table;
    private final boolean[] writable;

    /**
     * Maps a file from its beginning; nothing is present yet.
     *
     * @param handler of the file
     */
    public FileMapping(AddressSpace addressSpace, PageCache cache, FaultHandler handler, int pages) {
        this.addressSpace = addressSpace;
        this.cache = cache;
        this.handler = handler;
        this.table = new Page[pages];
        this.writable = new boolean[pages];
        cache.add(this);
    }

    /** Reads a page's first word as a program does, faulting it in if need be; a failed fault reads as the error. */
    public long load(Task task, long at) {
        while (true) {
            synchronized (this) {
                Page page = table[(int) at];
                if (page != null) {
                    return cache.memory().word(page.frame());
                }
            }
            int result = fault(task, at, false);
            if (result < 0) {
                return result;
            }
        }
    }

    /** Writes a page's first word; 0, or the error of the fault. */
    public int store(Task task, long at, long word) {
        while (true) {
            synchronized (this) {
                Page page = table[(int) at];
                if (page != null && writable[(int) at]) {
                    cache.memory().setWord(page.frame(), word);
                    return 0;
                }
            }
            int result = fault(task, at, true);
            if (result < 0) {
                return result;
            }
        }
    }

    /** The page, with a reference, if it is present and may be written as asked: get_user_pages_fast(). */
    synchronized @Nullable Page pinIfPresent(Task task, long at, boolean write) {
        Page page = table[(int) at];
        if (page == null || (write && !writable[(int) at])) {
            return null;
        }
        page.get(task);
        return page;
    }

    /** handle_mm_fault(): 0 if it is worth looking again, or an error. */
    int fault(Task task, long at, boolean write) {
        task.tells("faults on", cache, at);
        addressSpace.mmapLock().downRead(task);
        Page page = handler.fault(task, at, write);
        if (page != null) {
            install(task, page, write);
            page.unlock(task);
            page.put(task);
        }
        addressSpace.mmapLock().upRead(task);
        return page == null ? UserBuffer.EFAULT : 0;
    }

    private synchronized void install(Task task, Page page, boolean write) {
        int at = (int) page.index();
        Page before = table[at];
        if (before != page) {
            page.get(task);
            writable[at] = false;
            table[at] = page;
            if (before != null) {
                before.put(task);
            }
        }
        writable[at] |= write;
    }

    synchronized void unmap(Task task, long at) {
        if (at < table.length) {
            Page page = table[(int) at];
            table[(int) at] = null;
            if (page != null) {
                page.put(task);
            }
        }
    }

    synchronized void protect(long at) {
        if (at < table.length) {
            writable[(int) at] = false;
        }
    }
}
