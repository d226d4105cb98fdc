package io.pagetax.scheme.verify;

/** What the model checker takes for one step. */
enum Grain {

    /**
     * An operation on a page, on the index or on free frames. There are few steps then, so that interleavings with many
     * switches between tasks can be reached: these are about the protocol of a scheme.
     */
    OPERATION,

    /** An access to memory that tasks share. Few switches alone can be explored then: these are about its code. */
    ACCESS
}
