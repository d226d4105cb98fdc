package io.pagetax.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.scheme.model.RamDevice;
import io.pagetax.scheme.model.WordMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Timeout(120)
class SchemesUnderLoadTest {

    private static final long OPERATIONS = 5_000;

    private static String workOut(Schemes type) throws InterruptedException {
        WordMemory memory = new WordMemory(Workout.FRAMES);
        return new Workout(type, memory, firstBlock -> new RamDevice(memory, firstBlock, 0)).run(OPERATIONS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Schemes.class,
            mode = Mode.INCLUDE,
            names = {
                "MASON_2006_PAGES",
                "MASON_2006_RANGES",
                "LUTOMIRSKI_2019",
                "WILCOX_2019",
                "OVERSTREET_2018",
                "TORVALDS_2019",
                "AXBOE_2024",
                "PAGETAX_2026"
            })
    void coherentOnesNeverShowWhatIsOld(Schemes type) throws InterruptedException {
        assertThat(workOut(type)).isEmpty();
    }

    @Test
    void withoutAnyTrackingWhatIsOldIsSeen() throws InterruptedException {
        assertThat(workOut(Schemes.UNTRACKED)).contains("stale");
    }
}
