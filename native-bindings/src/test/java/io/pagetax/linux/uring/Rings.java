package io.pagetax.linux.uring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Optional;

/** Whether tests of rings can run here. */
final class Rings {

    private Rings() {}

    static void required() {
        Optional<String> cause = IoUring.unavailabilityCause();
        assumeTrue(cause.isEmpty(), () -> "needs io_uring: " + cause.orElseThrow());
    }

    /** Waits for the one operation that is under way. */
    static int resultOf(IoUring ring, long userData) throws IOException {
        ring.submitAndWait(1);
        assertThat(ring.next()).isTrue();
        assertThat(ring.userData()).isEqualTo(userData);
        return ring.result();
    }
}
