package io.pagetax.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignsTest {

    private static final int LOOKS = 120;

    @ParameterizedTest
    @CsvSource(textBlock = """
            # ended, elsewhere, waits, for locks, speed, parallel, disputed
            20, 20, 0,  0, 1.9, true,  false
            20, 20, 0,  0, 1.0, true,  true
            65, 150, 40, 30, 0.8, true, true
            20, 0,  0,  0, 1.9, true,  false
            1,  20, 27, 27, 1.0, false, false
            1,  20, 27, 27, 1.6, false, true
            1,  20, 0,  0, 2.7, false, true
            1,  1,  60, 0, 1.0, true,  true
            1,  1,  60, 60, 1.0, false, false
            1,  1,  0,  0, 1.8, true,  false
            1,  1,  0,  0, 1.0, false, false
            """)
    void tellTogetherWhatOneAloneDoesNot(
            int ended, int elsewhere, int waits, int forLocks, double speed, boolean parallel, boolean disputed) {
        Signs signs = new Signs(ended, elsewhere, new LockWaits(LOOKS, waits, forLocks), speed);
        assertThat(signs.isParallel()).isEqualTo(parallel);
        assertThat(signs.isDisputed()).isEqualTo(disputed);
    }
}
