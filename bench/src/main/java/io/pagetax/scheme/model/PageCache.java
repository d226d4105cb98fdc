package io.pagetax.scheme.model;

import io.pagetax.scheme.model.PageIndex.Mark;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file's pages, and the device below them: struct address_space, with what mm/filemap.c and mm/truncate.c do. Which
 * locks are held around it is the matter of a scheme. <b>Thread-safe.</b>
 */
public final class PageCache {

    private final String name;
    private final int number;
    private final Memory memory;
    private final Frames frames;
    private final Device device;
    private final PageIndex index = new PageIndex();
    private final Records records = new Records(this, index);
    private volatile FileMapping[] mappings = {};

    /**
     * Empty.
     *
     * @param name in journals
     * @param number by which files are told apart, and put in order
     * @param frames where its pages come from, in {@code memory}
     */
    public PageCache(String name, int number, Memory memory, Frames frames, Device device) {
        this.name = name;
        this.number = number;
        this.memory = memory;
        this.frames = frames;
        this.device = device;
    }

    /** See the constructor. */
    public String name() {
        return name;
    }

    /** See the constructor. */
    public int number() {
        return number;
    }

    /** What direct I/O leaves in its index. */
    public Records records() {
        return records;
    }

    /** The machine's. */
    public Memory memory() {
        return memory;
    }

    /** Whether there is neither a page nor a record. */
    public boolean isEmpty() {
        return index.isEmpty();
    }

    /** Whether there are pages, records not counted. */
    public boolean hasPages() {
        return index.pages() > 0;
    }

    /** How many indices from the given one on have neither a page nor a record, up to a limit. */
    public int absentFrom(long at, int limit) {
        return (int) Math.min(index.absentFrom(at), limit);
    }

    /** The page at an index with a reference, not locked; null if there is none. Sleeps while a record is there. */
    public @Nullable Page find(Task task, long at) {
        Object entry = index.loadCovering(at);
        while (entry != null) {
            if (!(entry instanceof Page page)) {
                records.await(task, at);
            } else if (isStill(task, page, at)) {
                page.touch();
                return page;
            }
            entry = index.loadCovering(at);
        }
        return null;
    }

    /** Takes a reference and looks again: a page that was free for a moment may have come to stand elsewhere. */
    private boolean isStill(Task task, Page page, long at) {
        if (!page.tryGet(task)) {
            Thread.onSpinWait();
            return false;
        }
        if (index.load(at) == page) {
            return true;
        }
        page.put(task);
        return false;
    }

    /** As {@link #find}, locked; null if there is none. */
    public @Nullable Page findLocked(Task task, long at) {
        while (true) {
            Page page = find(task, at);
            if (page == null) {
                return null;
            }
            page.lock(task);
            if (page.isAt(this, at)) {
                return page;
            }
            page.unlock(task);
            page.put(task);
        }
    }

    /** As {@link #findLocked}; where none is, a new page is inserted, which is not up to date. */
    public Page findOrCreate(Task task, long at, Insertion insertion) {
        while (true) {
            Page page = findLocked(task, at);
            if (page == null) {
                page = create(task, at, insertion);
            }
            if (page != null) {
                return page;
            }
        }
    }

    private @Nullable Page create(Task task, long at, Insertion insertion) {
        Page fresh = frames.allocate(task);
        fresh.belongTo(this, at);
        insertion.begin(task);
        Object other = index.insert(task, at, fresh);
        insertion.end(task);
        if (other == null) {
            task.tells("inserts", fresh);
            return fresh;
        }
        fresh.leave();
        fresh.put(task);
        fresh.put(task);
        return null;
    }

    /** A page of no file, which the caller gives back with {@link Page#put}. */
    public Page allocatePrivate(Task task) {
        Page page = frames.allocate(task);
        page.belongToNobody();
        return page;
    }

    /** Brings a page up to date that is not. The caller has it locked. */
    public void fill(Task task, Page page) {
        if (!page.isUptodate()) {
            readBlocks(task, page.index(), page.frame(), 1);
            page.setUptodate(task);
        }
    }

    /** From the device into frames. */
    public void readBlocks(Task task, long block, int frame, int count) {
        task.counts().deviceRead();
        device.read(block, frame, count);
        task.tells("reads from the device", this, block);
    }

    /** From frames to the device. */
    public void writeBlocks(Task task, long block, int frame, int count) {
        task.counts().deviceWrite();
        device.write(block, frame, count);
        task.tells("writes to the device", this, block);
    }

    /** Frees blocks of the device: they read as zeros. */
    public void discardBlocks(Task task, long block, int count) {
        device.discard(block, count);
        task.tells("frees on the device", this, block);
    }

    /** Copies a page's bytes. */
    public void copy(Task task, int fromFrame, int toFrame) {
        task.counts().copy();
        memory.copy(fromFrame, toFrame);
    }

    /** The page has to be written. The caller has it locked or, if it was pinned for writing, a reference. */
    public void dirty(Task task, Page page) {
        if (page.markDirty(task)) {
            index.mark(task, page.index(), Mark.DIRTY);
        }
    }

    /** Writes what is dirty of a range and waits, also for what others are writing: filemap_write_and_wait_range(). */
    public void flush(Task task, long first, int count) {
        for (long at = marked(first, Mark.DIRTY); at < first + count; at = marked(at + 1, Mark.DIRTY)) {
            Page page = findLocked(task, at);
            if (page != null) {
                writeBack(task, page);
                page.put(task);
            }
        }
        awaitWriteback(task, first, count);
    }

    private void awaitWriteback(Task task, long first, int count) {
        for (long at = marked(first, Mark.WRITEBACK); at < first + count; at = marked(at + 1, Mark.WRITEBACK)) {
            Page page = find(task, at);
            if (page != null) {
                page.awaitWriteback(task);
                page.put(task);
            }
        }
    }

    /** From an index on, where the next marked entry may be. */
    private long marked(long from, Mark mark) {
        return from + index.unmarkedFrom(from, mark);
    }

    private long present(long from) {
        return from + index.absentFrom(from);
    }

    /** Writes a page if it is dirty. The caller has it locked and a reference; it is unlocked afterwards. */
    public void writeBack(Task task, Page page) {
        page.awaitWriteback(task);
        if (!page.isDirty()) {
            page.unlock(task);
            return;
        }
        long at = page.index();
        // First the mappings: a store after this faults, and makes it dirty again.
        for (FileMapping mapping : mappings) {
            mapping.protect(at);
        }
        page.clearDirty(task);
        page.beginWriteback(task);
        index.unmark(task, at, Mark.DIRTY, Mark.WRITEBACK);
        page.unlock(task);
        writeBlocks(task, at, page.frame(), 1);
        index.unmark(task, at, Mark.WRITEBACK, null);
        page.endWriteback(task);
    }

    /**
     * Removes the pages of a range, dirty ones after they were written: invalidate_inode_pages2_range().
     *
     * @return whether all of them are gone; a page that somebody uses stays
     */
    public boolean invalidate(Task task, long first, int count) {
        boolean gone = true;
        for (long at = present(first); at < first + count; at = present(at + 1)) {
            if (index.load(at) instanceof Page) {
                gone &= invalidate(task, at);
            }
        }
        return gone;
    }

    private boolean invalidate(Task task, long at) {
        Page page = findLocked(task, at);
        if (page == null) {
            return true;
        }
        page.awaitWriteback(task);
        unmap(task, at);
        if (page.isDirty()) {
            writeBack(task, page);
            page.lock(task);
        }
        if (page.isAt(this, at) && !page.isDirty() && !page.isUnderWriteback() && removeFrozen(task, page)) {
            return true;
        }
        boolean gone = !page.isAt(this, at);
        page.unlock(task);
        page.put(task);
        return gone;
    }

    /** Takes a clean page out that only the caller uses, who has it locked; it is unlocked then and free. */
    private boolean removeFrozen(Task task, Page page) {
        if (!index.removeFrozen(task, page.index(), page)) {
            return false;
        }
        task.tells("removes", page);
        page.leave();
        page.unlock(task);
        page.release();
        return true;
    }

    /** Drops a page that is to go behind its reader or writer, if only the caller uses it. Gives the reference back. */
    public void dropBehind(Task task, Page page) {
        if (page.tryLock(task)) {
            if (page.isDropBehind() && page.isAt(this, page.index()) && evict(task, page)) {
                return;
            }
            page.unlock(task);
        }
        page.put(task);
    }

    /** For reclaim: as {@link #invalidate}, of one page that is locked, without waiting. Unlocked and free if it is gone. */
    boolean evict(Task task, Page page) {
        if (page.isDirty() || page.isUnderWriteback()) {
            return false;
        }
        unmap(task, page.index());
        return removeFrozen(task, page);
    }

    /** Removes the pages of a range, whatever is in them: truncate_inode_pages_range(). */
    public void truncate(Task task, long first, int count) {
        for (long at = present(first); at < first + count; at = present(at + 1)) {
            Page page = findLocked(task, at);
            if (page != null) {
                page.awaitWriteback(task);
                unmap(task, at);
                page.clearDirty(task);
                index.remove(task, at);
                task.tells("removes", page);
                page.leave();
                page.unlock(task);
                page.put(task);
                page.put(task);
            }
        }
    }

    private void unmap(Task task, long at) {
        for (FileMapping mapping : mappings) {
            mapping.unmap(task, at);
        }
    }

    String at(long place) {
        return name + "[" + place + "]";
    }

    synchronized void add(FileMapping mapping) {
        FileMapping[] more = Arrays.copyOf(mappings, mappings.length + 1);
        more[mappings.length] = mapping;
        mappings = more;
    }

    @Override
    public String toString() {
        return name;
    }
}
