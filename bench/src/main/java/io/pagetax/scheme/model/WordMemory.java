package io.pagetax.scheme.model;

import java.util.concurrent.atomic.AtomicLongArray;

/** Frames of one word each: all that a model checker needs, which has tasks run one at a time. */
public final class WordMemory implements Memory {

    private final AtomicLongArray words;

    /** All zeros. */
    public WordMemory(int frames) {
        this.words = new AtomicLongArray(frames);
    }

    @Override
    public int frames() {
        return words.length();
    }

    @Override
    public void copy(int from, int to) {
        words.set(to, words.get(from));
    }

    @Override
    public void zero(int frame) {
        words.set(frame, 0);
    }

    @Override
    public long word(int frame) {
        return words.get(frame);
    }

    @Override
    public void setWord(int frame, long word) {
        words.set(frame, word);
    }

    @Override
    public void barrier() {
        // Tasks that run one at a time see each other's steps in their order.
    }
}
