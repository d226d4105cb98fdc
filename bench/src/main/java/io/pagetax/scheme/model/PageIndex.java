package io.pagetax.scheme.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of a file is in memory, by index: pages, and records of direct I/O. Modelled on the XArray (lib/xarray.c of Linux
 * 4.20 and later): nodes of 64 slots, no node at all for a lone entry at index 0, marks that lead to marked entries. Reads
 * take no lock; changes take the one lock of the index, which here is its monitor.
 */
final class PageIndex {

    /** Entries that are marked. */
    enum Mark {
        /** Pages that have to be written. */
        DIRTY(1),
        /** Pages that are being written. */
        WRITEBACK(2);

        private final int bit;

        Mark(int bit) {
            this.bit = bit;
        }

        /** What stands for it where several may be. */
        int bit() {
            return bit;
        }
    }

    /** Stands in the slot of a node that has left the tree, so that readers who are still there start again. */
    private static final Object RETRY = new Object();

    private volatile @Nullable Object head;
    private volatile int headMarks;
    private volatile long pages;
    private volatile int ranges;

    /** Of all that there ever was: no record further away covers an index. */
    private volatile int longestRange;

    /** Whether there is neither a page nor a record. */
    boolean isEmpty() {
        return head == null;
    }

    /** How many pages there are, records not counted: nrpages. */
    long pages() {
        return pages;
    }

    /** The entry at an index; null if there is none. Takes no lock. */
    @Nullable Object load(long index) {
        Object entry = RETRY;
        while (entry == RETRY) {
            entry = head;
            if (!(entry instanceof IndexNode)) {
                return index == 0 ? entry : null;
            }
            entry = descend((IndexNode) entry, index);
        }
        return entry;
    }

    private static @Nullable Object descend(IndexNode root, long index) {
        if (index > root.lastIndex()) {
            return null;
        }
        Object entry = root;
        while (entry instanceof IndexNode) {
            entry = ((IndexNode) entry).get(index);
        }
        return entry;
    }

    /** Indices from the given one on at which nothing is for sure, 0 if something is there. Takes no lock. */
    long absentFrom(long index) {
        Object entry = head;
        if (!(entry instanceof IndexNode)) {
            return entry != null && index == 0 ? 0 : Long.MAX_VALUE - index;
        }
        IndexNode node = (IndexNode) entry;
        if (index > node.lastIndex()) {
            return Long.MAX_VALUE - index;
        }
        while (true) {
            entry = node.get(index);
            if (entry == null) {
                return node.leftInSlot(index);
            }
            if (!(entry instanceof IndexNode)) {
                return 0;
            }
            node = (IndexNode) entry;
        }
    }

    /** As {@link #absentFrom}, of marked entries. */
    long unmarkedFrom(long index, Mark mark) {
        Object entry = head;
        if (!(entry instanceof IndexNode)) {
            return index == 0 && (headMarks & mark.bit()) != 0 ? 0 : Long.MAX_VALUE - index;
        }
        IndexNode node = (IndexNode) entry;
        if (index > node.lastIndex()) {
            return Long.MAX_VALUE - index;
        }
        while (true) {
            if (!node.isMarked(index, mark)) {
                return node.leftInSlot(index);
            }
            entry = node.get(index);
            if (!(entry instanceof IndexNode)) {
                return 0;
            }
            node = (IndexNode) entry;
        }
    }

    /** As {@link #load}; where nothing is, the record of a range that covers the index. */
    @Nullable Object loadCovering(long index) {
        Object entry = load(index);
        return entry != null || ranges == 0 ? entry : rangeOver(index);
    }

    private @Nullable DirectIoRecord rangeOver(long index) {
        long end = index + longestRange;
        long next = index;
        long absent = absentFrom(next);
        while (absent > 0 && absent < end - next) {
            next += absent;
            absent = absentFrom(next);
        }
        return absent == 0 && load(next) instanceof DirectIoRecord record && record.covers(index, next) ? record : null;
    }

    /** Puts a page or a record where neither is; what is there already is returned, and stays. */
    synchronized @Nullable Object insert(Task task, long index, Object entry) {
        task.counts().treeLock();
        Object present = loadCovering(index);
        if (present == null) {
            put(task, index, entry);
        }
        return present;
    }

    /** Puts the record of a range at its end if neither a page nor a record is in it; whether that was so. */
    synchronized boolean insertRange(Task task, long first, int count, DirectIoRecord record) {
        task.counts().treeLock();
        if (isAnythingIn(first, count)) {
            return false;
        }
        record.setSpan(count);
        longestRange = Math.max(longestRange, count);
        ranges++;
        put(task, first + count - 1, record);
        return true;
    }

    /** Takes the record of a range out again. */
    synchronized void removeRange(Task task, long first, int count) {
        task.counts().treeLock();
        take(first + count - 1);
        ranges--;
    }

    /** Takes out a page if nobody but its cache and the caller has a reference, which both are gone then. */
    synchronized boolean removeFrozen(Task task, long index, Page page) {
        task.counts().treeLock();
        if (!page.freeze(task)) {
            return false;
        }
        take(index);
        return true;
    }

    /** Takes out whatever is there. */
    synchronized void remove(Task task, long index) {
        task.counts().treeLock();
        take(index);
    }

    private boolean isAnythingIn(long first, int count) {
        long index = first;
        while (index < first + count) {
            long absent = absentFrom(index);
            if (absent == 0) {
                return true;
            }
            index += absent;
        }
        return ranges > 0 && rangeOver(first + count - 1) != null;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only under the lock
    private void put(Task task, long index, Object entry) {
        task.counts().entry();
        if (entry instanceof Page) {
            pages++;
        }
        if (head == null && index == 0) {
            head = entry;
            return;
        }
        IndexNode node = grow(task, index);
        while (node.shift() > 0) {
            Object below = node.get(index);
            if (below == null) {
                task.counts().node();
                below = new IndexNode(node.shift() - IndexNode.SHIFT, node);
                node.set(index, below);
            }
            node = (IndexNode) below;
        }
        node.set(index, entry);
    }

    /** Puts nodes on top until the index fits. */
    private IndexNode grow(Task task, long index) {
        Object top = head;
        IndexNode root;
        if (top instanceof IndexNode node) {
            root = node;
        } else {
            root = new IndexNode(top == null ? IndexNode.shiftFor(index) : 0, null);
            task.counts().node();
            if (top != null) {
                root.adopt(top, headMarks);
            }
        }
        while (index > root.lastIndex()) {
            task.counts().node();
            root = root.below();
        }
        head = root;
        headMarks = 0;
        return root;
    }

    private void take(long index) {
        Object top = head;
        if (!(top instanceof IndexNode node)) {
            countOut(top);
            head = null;
            headMarks = 0;
            return;
        }
        Object entry = node.get(index);
        while (entry instanceof IndexNode) {
            node = (IndexNode) entry;
            entry = node.get(index);
        }
        countOut(entry);
        node.clearMarks(index);
        node.set(index, null);
        IndexNode emptied = node;
        while (emptied != null && emptied.isEmpty()) {
            emptied = emptied.leave(index);
        }
        if (emptied == null) {
            head = null;
        } else {
            shrink();
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only under the lock
    private void countOut(@Nullable Object gone) {
        if (gone instanceof Page) {
            pages--;
        }
    }

    /** A root that has nothing but its first slot is not needed. */
    private void shrink() {
        while (head instanceof IndexNode) {
            IndexNode root = (IndexNode) head;
            Object only = root.onlyFirst();
            if (only == null) {
                return;
            }
            headMarks = only instanceof IndexNode ? 0 : root.firstMarks();
            head = only;
            root.replaceFirst(RETRY);
            if (only instanceof IndexNode newRoot) {
                newRoot.becomeRoot();
            }
        }
    }

    /** Marks the entry at an index, which is there. */
    synchronized void mark(Task task, long index, Mark mark) {
        task.counts().treeLock();
        if (head instanceof IndexNode) {
            leaf(index).mark(index, mark);
        } else {
            headMarks |= mark.bit();
        }
    }

    /** Takes a mark away, and another one may come in its place. */
    synchronized void unmark(Task task, long index, Mark mark, @Nullable Mark instead) {
        task.counts().treeLock();
        if (head instanceof IndexNode) {
            IndexNode leaf = leaf(index);
            // In this order: whoever looks for either takes no lock, and must not find neither.
            if (instead != null) {
                leaf.mark(index, instead);
            }
            leaf.unmark(index, mark);
        } else {
            headMarks = (headMarks & ~mark.bit()) | (instead == null ? 0 : instead.bit());
        }
    }

    private IndexNode leaf(long index) {
        IndexNode node = (IndexNode) Objects.requireNonNull(head);
        while (node.shift() > 0) {
            node = (IndexNode) Objects.requireNonNull(node.get(index));
        }
        return node;
    }
}
