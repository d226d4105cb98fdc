package io.pagetax.engine;

/**
 * An engine that also tells of each read whether the page cache had the block: a hit, or a miss. What it costs to find
 * out is a part of the read. How it is found out is all that implementations differ in.
 */
public interface TellingEngine extends IoEngine {

    /** Whether the last {@link #read} was a hit; without meaning if that failed. */
    boolean wasHit();
}
