package io.pagetax.linux.uring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** Whether tests of rings can run here. */
final class Rings {

    private Rings() {}

    static void required() {
        Optional<String> cause = IoUring.unavailabilityCause();
        assumeTrue(cause.isEmpty(), () -> "needs io_uring: " + cause.orElseThrow());
    }
}
