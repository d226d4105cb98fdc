package io.pagetax.scheme.model;

import io.pagetax.scheme.model.PageIndex.Mark;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link PageIndex}: 64 slots, and for each mark which of them lead to something marked. Read by anybody,
 * changed under the lock of the index alone.
 */
final class IndexNode {

    /** Bits of an index that a node decides on. */
    static final int SHIFT = 6;

    private static final int SLOTS = 1 << SHIFT;
    private static final Mark[] MARKS = Mark.values();

    private final int shift;
    private final AtomicReferenceArray<@Nullable Object> slots = new AtomicReferenceArray<>(SLOTS);

    private @Nullable IndexNode parent;
    private int used;
    private volatile long dirty;
    private volatile long writeback;

    /**
     * Empty.
     *
     * @param shift bits of an index below those that it decides on
     */
    IndexNode(int shift, @Nullable IndexNode parent) {
        this.shift = shift;
        this.parent = parent;
    }

    /** That of a root for an index. */
    static int shiftFor(long index) {
        int shift = 0;
        while (index >>> shift >= SLOTS) {
            shift += SHIFT;
        }
        return shift;
    }

    int shift() {
        return shift;
    }

    /** The last index under it, if it is a root. */
    long lastIndex() {
        return ((long) SLOTS << shift) - 1;
    }

    /** Indices from the given one to the end of its slot, both included. */
    long leftInSlot(long index) {
        long inSlot = 1L << shift;
        return inSlot - (index & (inSlot - 1));
    }

    @Nullable Object get(long index) {
        return slots.get(slot(index));
    }

    void set(long index, @Nullable Object entry) {
        used += entry == null ? -1 : 1;
        slots.set(slot(index), entry);
    }

    boolean isEmpty() {
        return used == 0;
    }

    /** Takes in what was alone at index 0. */
    void adopt(Object entry, int marks) {
        slots.set(0, entry);
        used++;
        for (Mark mark : MARKS) {
            setMarks(mark, (marks & mark.bit()) == 0 ? 0 : 1);
        }
    }

    /** A new root, of which this one is the first. */
    IndexNode below() {
        IndexNode root = new IndexNode(shift + SHIFT, null);
        root.slots.set(0, this);
        root.used = 1;
        root.dirty = dirty == 0 ? 0 : 1;
        root.writeback = writeback == 0 ? 0 : 1;
        parent = root;
        return root;
    }

    /** Takes an empty node out of its parent, which is returned; null if it was the root. */
    @Nullable IndexNode leave(long index) {
        IndexNode above = parent;
        if (above != null) {
            above.set(index, null);
        }
        return above;
    }

    /** What is in the first slot, if nothing is in the others; null otherwise. */
    @Nullable Object onlyFirst() {
        return used == 1 ? slots.get(0) : null;
    }

    int firstMarks() {
        int marks = 0;
        for (Mark mark : MARKS) {
            marks |= (marks(mark) & 1) == 0 ? 0 : mark.bit();
        }
        return marks;
    }

    void replaceFirst(Object entry) {
        slots.set(0, entry);
    }

    void becomeRoot() {
        parent = null;
    }

    boolean isMarked(long index, Mark mark) {
        return ((marks(mark) >>> slot(index)) & 1) != 0;
    }

    void mark(long index, Mark mark) {
        IndexNode node = this;
        while (node != null) {
            node.setMarks(mark, node.marks(mark) | (1L << node.slot(index)));
            node = node.parent;
        }
    }

    void unmark(long index, Mark mark) {
        IndexNode node = this;
        long left = 0;
        while (node != null && left == 0) {
            left = node.marks(mark) & ~(1L << node.slot(index));
            node.setMarks(mark, left);
            node = node.parent;
        }
    }

    void clearMarks(long index) {
        for (Mark mark : MARKS) {
            if (isMarked(index, mark)) {
                unmark(index, mark);
            }
        }
    }

    private long marks(Mark mark) {
        return mark == Mark.DIRTY ? dirty : writeback;
    }

    private void setMarks(Mark mark, long marks) {
        if (mark == Mark.DIRTY) {
            dirty = marks;
        } else {
            writeback = marks;
        }
    }

    private int slot(long index) {
        return (int) (index >>> shift) & (SLOTS - 1);
    }
}
