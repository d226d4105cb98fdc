package io.pagetax.doctor;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import io.pagetax.result.LimitFacts;

/** The buffers that io_uring is told beforehand count as locked, unless the user may lock as they like. */
record LockedMemoryCheck(LimitFacts limits) implements Check {

    private static final String ID = "locked memory";

    /** What kernels grant from 5.16 on. */
    private static final long ENOUGH_BYTES = 8L << 20;

    @Override
    public Finding look() {
        Long most = limits.lockedMemoryBytes();
        if (most == null || most >= ENOUGH_BYTES) {
            return Finding.ok(ID, null, most == null ? "unlimited" : "up to " + Sizes.of(most));
        }
        return new Finding(
                ID,
                null,
                Level.WARN,
                "only up to " + (most >> 10) + " KiB, too little for io_uring with large blocks at depth",
                "ulimit -l " + (ENOUGH_BYTES >> 10) + ", which /etc/security/limits.conf (memlock) has to allow");
    }
}
