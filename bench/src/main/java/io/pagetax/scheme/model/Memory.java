package io.pagetax.scheme.model;

/** A machine's memory, in frames of a page each, which are known by their numbers. */
public interface Memory {

    /** Bytes of a frame. */
    int FRAME_BYTES = 4096;

    /** How many frames there are. */
    int frames();

    /** Copies a frame's bytes. */
    void copy(int from, int to);

    /** Fills a frame with zeros. */
    void zero(int frame);

    /** The first eight bytes of a frame, by which tests tell what it holds. */
    long word(int frame);

    /** Sets them. */
    void setWord(int frame, long word);

    /** Returns when each task that runs has passed a full memory barrier since the call: an RCU grace period, or IPIs. */
    void barrier();
}
