package io.pagetax.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import io.pagetax.result.LimitFacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitChecksTest {

    private static LimitFacts limits(
            @Nullable Double cpuQuota, @Nullable Long openFiles, @Nullable Long lockedBytes, @Nullable Long disabled) {
        return new LimitFacts(null, null, cpuQuota, openFiles, lockedBytes, disabled);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, OK", "1.5, WARN", "0.5, BAD"})
    void quotaStopsProcesses(@Nullable Double quota, Level level) {
        assertThat(new CpuQuotaCheck(limits(quota, null, null, null)).look().level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, OK", "1024, OK", "512, WARN", "64, BAD"})
    void jvmHasToOpenItsFiles(@Nullable Long openFiles, Level level) {
        assertThat(new OpenFilesCheck(limits(null, openFiles, null, null))
                        .look()
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, OK", "8388608, OK", "65536, WARN"})
    void buffersOfRingsHaveToBeLocked(@Nullable Long bytes, Level level) {
        assertThat(new LockedMemoryCheck(limits(null, null, bytes, null)).look().level())
                .isEqualTo(level);
    }

    @Test
    void ringsMayBeForbiddenByTheKernelOrByASandbox() {
        Optional<String> refused = Optional.of("io_uring_setup: EPERM");
        Finding byKernel = new IoUringCheck(refused, limits(null, null, null, 2L)).look();
        assertThat(byKernel.level()).isEqualTo(Level.WARN);
        assertThat(byKernel.advice()).isEqualTo("sudo sysctl kernel.io_uring_disabled=0");
        assertThat(new IoUringCheck(refused, limits(null, null, null, 0L))
                        .look()
                        .advice())
                .contains("sandbox");
        assertThat(new IoUringCheck(Optional.empty(), limits(null, null, null, 0L))
                        .look()
                        .level())
                .isEqualTo(Level.OK);
    }
}
