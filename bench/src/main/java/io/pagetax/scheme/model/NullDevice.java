package io.pagetax.scheme.model;

/** Moves nothing, in no time: what remains is the scheme. */
public enum NullDevice implements Device {
    /** There is no difference between two of them. */
    INSTANCE;

    @Override
    public void read(long block, int frame, int count) {
        // Nothing is there.
    }

    @Override
    public void write(long block, int frame, int count) {
        // Nothing is kept.
    }

    @Override
    public void discard(long block, int count) {
        // Nothing was kept.
    }
}
