package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelAbiTest {

    @Test
    void directOnOneArchitectureIsDirectoryOnTheOther() {
        assertThat(KernelAbi.X86_64.direct()).isEqualTo(KernelAbi.AARCH64.directory());
        assertThat(KernelAbi.AARCH64.direct()).isEqualTo(KernelAbi.X86_64.directory());
        assertThat(KernelAbi.X86_64.noFollow()).isNotEqualTo(KernelAbi.AARCH64.noFollow());
    }

    @Test
    void callsOlderThanTheUnifiedTableAreNumberedByArchitecture() {
        assertThat(KernelAbi.X86_64.preadv2Number()).isNotEqualTo(KernelAbi.AARCH64.preadv2Number());
        assertThat(KernelAbi.X86_64.pwritev2Number()).isNotEqualTo(KernelAbi.AARCH64.pwritev2Number());
        assertThat(KernelAbi.X86_64.statxNumber()).isNotEqualTo(KernelAbi.AARCH64.statxNumber());
    }

    @Test
    void callsNewerThanTheUnifiedTableHaveOneNumber() {
        assertThat(KernelAbi.X86_64.cachestatNumber()).isEqualTo(KernelAbi.AARCH64.cachestatNumber());
    }

    @ParameterizedTest
    @CsvSource({"Linux, amd64, amd64", "Linux, x86_64, amd64", "Linux, aarch64, aarch64", "LINUX, amd64, amd64"})
    void knowsArchitecturesByTheNamesJvmsGiveThem(String system, String architecture, String expected) {
        assertThat(KernelAbi.of(system, architecture).architecture()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, riscv64",
        "Linux, arm",
        "Linux, i386",
        "Mac OS X, aarch64",
        "FreeBSD, amd64",
        "Windows 11, amd64"
    })
    void refusesOtherPlatformsByName(String system, String architecture) {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> KernelAbi.of(system, architecture))
                .withMessage(
                        "unsupported platform: os.name=%s os.arch=%s (Linux on amd64 or aarch64 is needed)",
                        system, architecture);
    }

    @Test
    void hostIsTheArchitectureOfThisJvm() {
        assertThat(KernelAbi.host()).isSameAs(KernelAbi.of("Linux", System.getProperty("os.arch")));
    }
}
