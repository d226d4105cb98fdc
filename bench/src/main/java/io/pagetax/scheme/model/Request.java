package io.pagetax.scheme.model;

/**
 * What is asked for: pages of a file, from or to a buffer. A task keeps one and sets it anew for each call, so that asking
 * allocates nothing. <b>Not thread-safe.</b>
 */
public final class Request {

    private final UserBuffer buffer;
    private final boolean write;
    private long index;
    private int pages;

    private Request(UserBuffer buffer, boolean write) {
        this.buffer = buffer;
        this.write = write;
    }

    /** Of what is to be read into a buffer. */
    public static Request read(UserBuffer buffer) {
        return new Request(buffer, false);
    }

    /** Of what is to be written from a buffer. */
    public static Request write(UserBuffer buffer) {
        return new Request(buffer, true);
    }

    /** Which pages, from now on. */
    public Request of(long newIndex, int newPages) {
        index = newIndex;
        pages = newPages;
        return this;
    }

    /** The first page in the file. */
    public long index() {
        return index;
    }

    /** How many. */
    public int pages() {
        return pages;
    }

    /** The user's memory. */
    public UserBuffer buffer() {
        return buffer;
    }

    /** Whether it goes from the buffer to the file. */
    public boolean isWrite() {
        return write;
    }
}
