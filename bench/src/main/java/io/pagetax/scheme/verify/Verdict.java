package io.pagetax.scheme.verify;

import java.util.Locale;

/** What becomes of a scenario under a scheme, from good to bad: of all interleavings the worst. */
public enum Verdict {

    /** Everything ends, and what is read is what a register would hold. */
    OK,

    /** A reader may see the new contents, and then the old ones, before the write has ended. */
    WINDOW,

    /** The transfer fails with EFAULT. */
    EFAULT,

    /** The next fsync(2) fails with EIO, though the write succeeded. */
    EIO,

    /** What is read is old, or somebody else's. */
    STALE,

    /** It goes on for ever without getting on. */
    LIVELOCK,

    /** Tasks wait for each other, or for themselves. */
    DEADLOCK;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
