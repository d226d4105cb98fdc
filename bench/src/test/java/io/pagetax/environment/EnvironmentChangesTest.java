package io.pagetax.environment;

import static io.pagetax.result.Environments.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Environment;
import io.pagetax.result.EnvironmentChange;
import io.pagetax.result.Environments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentChangesTest {

    private static final Environment BEFORE = Environments.some();
    private static final String VOLUME = "/targets/0/volume/";

    private static List<EnvironmentChange> after(String pointer, @Nullable Object value) {
        return EnvironmentChanges.between(BEFORE, with(BEFORE, pointer, value));
    }

    @Test
    void findsNoneInTheSame() {
        assertThat(EnvironmentChanges.between(BEFORE, Environments.some())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "/governor, governor, null, powersave",
                "/thp, thp, madvise, always",
                "/mitigations, mitigations, spectre_v2: Mitigation, spectre_v2: Vulnerable",
                "/machine/clockSource, machine.clockSource, tsc, hpet",
                "/processor/frequency/governors, processor.frequency.governors, powersave, performance",
                "/processor/frequency/turbo, processor.frequency.turbo, true, null",
                "/memory/swappiness, memory.swappiness, 60, 1",
                "/targets/0/mountOptions, targets.disk.mountOptions, 'rw,relatime', 'rw,noatime'",
                "/targets/0/scheduler, targets.disk.scheduler, none, kyber",
                "/targets/0/disks/0/readAheadBytes, targets.disk.disks.nvme0n1.readAheadBytes, 131072, 0"
            })
    void tellsEachFactThatOughtToStay(String pointer, String what, String was, String is) {
        assertThat(after(pointer, is)).containsExactly(new EnvironmentChange(what, was, is));
    }

    @Test
    void letsNumbersGoAsFarAsTheyMayAndNoFurther() {
        long available = 12L << 30;
        assertThat(after("/memory/availableBytes", available * 9 / 10 + 1)).isEmpty();
        assertThat(after("/memory/availableBytes", available * 2)).isEmpty();
        assertThat(after("/memory/availableBytes", available * 8 / 10)).hasSize(1);
        assertThat(after("/memory/swapFreeBytes", (2L << 30) - (1 << 20))).isEmpty();
        assertThat(after("/memory/swapFreeBytes", 1L << 30)).hasSize(1);
        assertThat(after(VOLUME + "fillPercent", 56.4)).isEmpty();
        assertThat(after(VOLUME + "fillPercent", 54.0)).hasSize(1);
        assertThat(after("/targets/0/disks/0/temperatureCelsius", 45.0)).isEmpty();
        assertThat(after("/targets/0/disks/0/temperatureCelsius", 46.0)).hasSize(1);
    }

    @Test
    void doesNotBlameARunForWhatItDoes() {
        assertThat(after(VOLUME + "freeBytes", 39L << 30)).isEmpty();
        assertThat(after("/targets/0/dataFile/extents", 9)).isEmpty();
        assertThat(after("/limits/memoryUsageBytes", 3L << 30)).isEmpty();
        assertThat(after("/targets/0/unknown/backing", "another reason")).isEmpty();
    }

    @Test
    void countsAFactThatCanNoLongerBeHadAsAChange() {
        assertThat(after("/memory/availableBytes", null))
                .containsExactly(new EnvironmentChange("memory.availableBytes", Long.toString(12L << 30), null));
    }
}
