package io.pagetax.doctor;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import io.pagetax.result.LimitFacts;
import java.util.Optional;

/**
 * Whether cells with io_uring can be run.
 *
 * @param unavailabilityCause empty if a ring could be made
 */
record IoUringCheck(Optional<String> unavailabilityCause, LimitFacts limits) implements Check {

    private static final String ID = "io_uring";

    @Override
    public Finding look() {
        if (unavailabilityCause.isEmpty()) {
            return Finding.ok(ID, null, "available");
        }
        Long disabled = limits.ioUringDisabled();
        String advice = disabled != null && disabled > 0
                ? "sudo sysctl kernel.io_uring_disabled=0"
                : "measure outside of the sandbox that forbids it, or without --ioengine io_uring";
        return new Finding(ID, null, Level.WARN, unavailabilityCause.get(), advice);
    }
}
