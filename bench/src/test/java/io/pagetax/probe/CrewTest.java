package io.pagetax.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {

    @Test
    void repeatsFromBeforeItReturnsUntilItIsLetGo() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        int atOnce;
        try (Crew crew = new Crew()) {
            crew.repeat(steps::incrementAndGet);
            atOnce = steps.get();
        }
        int after = steps.get();
        assertThat(atOnce).isPositive();
        Pause.ms(20);
        assertThat(steps).hasValue(after);
    }

    @Test
    void throwsWhatAMemberFailedWith() {
        assertThatThrownBy(() -> {
                    try (Crew crew = new Crew()) {
                        crew.repeat(() -> {
                            throw new IOException("broken");
                        });
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
    }

    @Test
    void waitsForWhatIsDoneOnce() throws IOException {
        AtomicInteger seen = new AtomicInteger();
        try (Crew crew = new Crew()) {
            crew.add(() -> {
                while (!crew.isOver()) {
                    Pause.ms(1);
                }
                return seen.incrementAndGet();
            });
        }
        assertThat(seen).hasValue(1);
    }
}
