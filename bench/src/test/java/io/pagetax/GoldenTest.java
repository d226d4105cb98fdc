package io.pagetax;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldenTest {

    @BeforeEach
    void skipWhileUpdating() {
        assumeThat(Boolean.getBoolean("golden.update")).isFalse();
    }

    @Test
    void letsPassWhatIsKept() {
        assertThatCode(() -> Golden.assertSame("kept: 1.5 µs\n", "sample.txt")).doesNotThrowAnyException();
    }

    @Test
    void failsOnTheLeastDifferenceAndSaysHowToUpdate() {
        assertThatThrownBy(() -> Golden.assertSame("kept: 1,5 µs\n", "sample.txt"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sample.txt")
                .hasMessageContaining("-Dgolden.update=true");
    }
}
