package io.pagetax.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.file.NativeIoException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private static final long LENGTH = 4096;
    private static final int EFAULT = 14;

    private final Outcomes outcomes = new Outcomes();

    @Test
    void tellsTheMedianTimeIfAllComplete() {
        for (int i = 0; i < 3; i++) {
            outcomes.add(LENGTH, () -> LENGTH);
        }
        assertThat(outcomes.word()).matches("completes:\\d+");
        assertThat(outcomes.detail()).isEqualTo("3 times completes");
    }

    @Test
    void tellsWhatDidNotCompleteEvenIfItWasOnlyOne() {
        outcomes.add(LENGTH, () -> LENGTH);
        outcomes.add(LENGTH, () -> {
            throw new NativeIoException("pread", Path.of("file"), 0, LENGTH, -EFAULT);
        });
        assertThat(outcomes.word()).isEqualTo("error:EFAULT");
        assertThat(outcomes.detail()).isEqualTo("1 times completes, 1 times error:EFAULT");
    }

    @Test
    void tellsHowMuchWasDone() {
        outcomes.add(LENGTH, () -> 512);
        assertThat(outcomes.word()).isEqualTo("partial:512");
    }

    @Test
    void takesTheMiddleOfTimes() {
        assertThat(Outcomes.medianMicros(9_000, 1_000, 5_000)).isEqualTo(5);
        assertThat(Outcomes.medianMicros(10)).isEqualTo(1);
    }
}
