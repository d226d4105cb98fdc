package io.pagetax.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockWaitsTest {

    private static final int LOOKS = 100;

    private static List<String> seen(int atDevice, int atLock) {
        List<String> functions = new ArrayList<>(Collections.nCopies(atDevice, "iomap_dio_rw"));
        functions.addAll(Collections.nCopies(atLock, "ovl_write_iter"));
        functions.addAll(Collections.nCopies(LOOKS - functions.size(), ""));
        return functions;
    }

    @Test
    void waitsOnlyBesideOthersAreForLocks() {
        LockWaits waits = LockWaits.of(seen(80, 0), seen(45, 45));
        assertThat(waits).isEqualTo(new LockWaits(LOOKS, 90, 45));
        assertThat(waits.areForLocks()).isTrue();
        assertThat(waits.areForTheDevice()).isFalse();
    }

    @Test
    void waitsThatAreThereAlsoAloneAreForTheDevice() {
        LockWaits waits = LockWaits.of(seen(80, 1), seen(60, 20));
        assertThat(waits.areForLocks()).isFalse();
        assertThat(waits.areForTheDevice()).isTrue();
    }

    @Test
    void threadsThatHardlyWaitTellNothing() {
        LockWaits waits = LockWaits.of(seen(0, 0), seen(5, 4));
        assertThat(waits.areForLocks()).isFalse();
        assertThat(waits.areForTheDevice()).isFalse();
    }
}
