package io.pagetax.export;

import org.jspecify.annotations.Nullable;

/** Takes one value out of a record. */
@FunctionalInterface
interface Getter<F, V> {

    /** Null if there is none. */
    @Nullable V of(F from);
}
