package io.pagetax.linux.system;

import org.jspecify.annotations.Nullable;

/** Of numbers that may be missing. */
final class Difference {

    private Difference() {}

    /** Null if either is. */
    static @Nullable Long of(@Nullable Long now, @Nullable Long then) {
        return now == null || then == null ? null : Long.valueOf(now - then);
    }
}
