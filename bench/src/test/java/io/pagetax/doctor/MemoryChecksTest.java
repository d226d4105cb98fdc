package io.pagetax.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.system.Cgroup;
import io.pagetax.linux.system.MemoryInfo;
import io.pagetax.result.Finding.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryChecksTest {

    private static final long MIB = 1 << 20;
    private static final long SIZE = 256 * MIB;
    private static final Cgroup UNLIMITED = new Cgroup(null, null, null, null, null);

    private static MemoryInfo machine(@Nullable Long available, @Nullable Long swapTotal, @Nullable Long swapFree) {
        return new MemoryInfo(null, available, null, null, null, null, swapTotal, swapFree);
    }

    @ParameterizedTest
    @CsvSource({"4096, OK", "1000, WARN", "500, BAD"})
    void cachedFileHasToFitBesideTheJvms(long availableMib, Level level) {
        MemoryInfo machine = machine(availableMib * MIB, null, null);
        assertThat(new MemoryCheck(machine, UNLIMITED, SIZE).look().level()).isEqualTo(level);
    }

    @Test
    void controlGroupCountsIfItIsTighter() {
        MemoryInfo roomy = machine(1L << 40, null, null);
        Cgroup full = new Cgroup(1024 * MIB, 900 * MIB, 100 * MIB, null, null);
        assertThat(new MemoryCheck(roomy, full, SIZE).look().level()).isEqualTo(Level.BAD);
        Cgroup fullOfOldFiles = new Cgroup(4096 * MIB, 4000 * MIB, 3900 * MIB, null, null);
        assertThat(new MemoryCheck(roomy, fullOfOldFiles, SIZE).look().level()).isEqualTo(Level.OK);
        assertThat(new MemoryCheck(machine(null, null, null), UNLIMITED, SIZE)
                        .look()
                        .level())
                .isEqualTo(Level.WARN);
    }

    @Test
    void swapMayBeThereButHardlyUsed() {
        assertThat(new SwapCheck(machine(null, 0L, 0L)).look().level()).isEqualTo(Level.OK);
        assertThat(new SwapCheck(machine(null, 2048 * MIB, 2040 * MIB)).look().level())
                .isEqualTo(Level.OK);
        assertThat(new SwapCheck(machine(null, 2048 * MIB, 1024 * MIB)).look().level())
                .isEqualTo(Level.WARN);
    }

    @Test
    void hugePagesAreNotMadeEverywhere() {
        assertThat(new ThpCheck("always").look().level()).isEqualTo(Level.WARN);
        assertThat(new ThpCheck("madvise").look().level()).isEqualTo(Level.OK);
        assertThat(new ThpCheck("never").look().level()).isEqualTo(Level.OK);
        assertThat(new ThpCheck(null).look().level()).isEqualTo(Level.OK);
    }
}
