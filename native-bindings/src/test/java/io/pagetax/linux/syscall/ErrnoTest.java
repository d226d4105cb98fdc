package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrnoTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void negatedNumberLeadsBackToTheError(Errno errno) {
        assertThat(Errno.ofResult(-errno.number())).isEqualTo(errno);
    }

    @Test
    void unlistedNumberIsUnknown() {
        assertThat(Errno.ofResult(-4095)).isEqualTo(Errno.UNKNOWN);
    }
}
