package io.pagetax.scheme.model;

import org.jspecify.annotations.Nullable;

/**
 * Who asks: a thread as the kernel sees it. <b>Not thread-safe</b>: it belongs to the thread that it stands for.
 */
public final class Task {

    /** Pages of a user's buffer that are pinned at a time: BIO_MAX_VECS. */
    public static final int PIN_BATCH = 256;

    private static final int SPINS = 300;

    private final String name;
    private final int number;
    private final AddressSpace addressSpace;
    private final @Nullable Journal journal;
    private final Counts counts = new Counts();
    private int[] room = new int[PIN_BATCH];
    private int[] pinned = room;
    private int firstPin;

    // What only some schemes need is made when it is needed first.
    private @Nullable PinnedBuffer pinnedBuffer;
    private @Nullable Claims claims;
    private int faultsDisabled;
    private @Nullable Object holds;
    private boolean dropped;

    /** Of a process of its own, without a journal. */
    public Task(int number) {
        this("T" + number, number, new AddressSpace(), null);
    }

    /**
     * A thread of a process.
     *
     * @param name of the thread, in journals
     * @param number by which threads that run at the same time can be told apart
     * @param journal where its steps are written, if at all
     */
    public Task(String name, int number, AddressSpace addressSpace, @Nullable Journal journal) {
        this.name = name;
        this.number = number;
        this.addressSpace = addressSpace;
        this.journal = journal;
    }

    /** Its name in journals. */
    public String name() {
        return name;
    }

    /** See the constructor. */
    int number() {
        return number;
    }

    /**
     * How often it looks at a lock before it queues; some 10 µs. A task whose steps are written down does not: a model checker
     * lets nobody else run meanwhile.
     */
    int spins() {
        return journal == null ? SPINS : 0;
    }

    /** The memory of the process that it belongs to. */
    public AddressSpace addressSpace() {
        return addressSpace;
    }

    /** What it did. */
    public Counts counts() {
        return counts;
    }

    /** What its direct I/O holds of a file; one request at a time. */
    public Claims claims() {
        Claims made = claims;
        if (made == null) {
            made = new Claims(this);
            claims = made;
        }
        return made;
    }

    /** A buffer for what is pinned before anything else is done. */
    public PinnedBuffer pinnedBuffer() {
        PinnedBuffer made = pinnedBuffer;
        if (made == null) {
            made = new PinnedBuffer();
            pinnedBuffer = made;
        }
        return made;
    }

    /** Where a buffer puts the frames that it pins now, from the beginning on. */
    int[] roomForPins() {
        pinned = room;
        firstPin = 0;
        return room;
    }

    /** What was pinned last is kept by somebody, who gives another array in its place, of {@value #PIN_BATCH}. */
    int[] keepPins(int[] another) {
        int[] kept = room;
        room = another;
        return kept;
    }

    /** What was pinned before is taken for pinned now. */
    void pinned(int[] frames, int first) {
        pinned = frames;
        firstPin = first;
    }

    /** Frames of the part of the user's buffer that is pinned, from {@link #firstPin} on. */
    int[] pinned() {
        return pinned;
    }

    /** Where in {@link #pinned} they begin. */
    int firstPin() {
        return firstPin;
    }

    /** The first of those that were pinned last: where one was asked for, the one. */
    public int firstPinned() {
        return pinned[firstPin];
    }

    /** From now on its faults fail: pagefault_disable(). Nests. */
    public void disableFaults() {
        faultsDisabled++;
    }

    /** Takes {@link #disableFaults} back. */
    public void enableFaults() {
        faultsDisabled--;
    }

    /** Whether its faults fail. */
    boolean faultsAreDisabled() {
        return faultsDisabled > 0;
    }

    /** What a scheme keeps in the task for its own faults: the lock or the mapping that it holds; null for none. */
    public void holds(@Nullable Object held) {
        holds = held;
    }

    /** See {@link #holds(Object)}. */
    public @Nullable Object held() {
        return holds;
    }

    /** Whether what {@link #held()} tells was dropped by a fault since it was set so. */
    public boolean wasDropped() {
        return dropped;
    }

    /** See {@link #wasDropped()}. */
    public void setDropped(boolean dropped) {
        this.dropped = dropped;
    }

    /** Writes a step into the journal, if there is one. */
    public void tells(String does, Object what) {
        if (journal != null) {
            journal.add(this, does, what.toString());
        }
    }

    /** As {@link #tells(String, Object)}, of a page. */
    void tells(String does, Page page) {
        if (journal != null) {
            journal.add(this, does, Journal.place(page));
        }
    }

    /** As {@link #tells(String, Object)}, of a place in a file. */
    void tells(String does, PageCache cache, long at) {
        if (journal != null) {
            journal.add(this, does, cache.at(at));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
