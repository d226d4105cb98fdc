package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KernelAbiTest {

    @Test
    void directOnOneArchitectureIsDirectoryOnTheOther() {
        assertThat(KernelAbi.X86_64.direct()).isEqualTo(KernelAbi.AARCH64.directory());
        assertThat(KernelAbi.AARCH64.direct()).isEqualTo(KernelAbi.X86_64.directory());
        assertThat(KernelAbi.X86_64.noFollow()).isNotEqualTo(KernelAbi.AARCH64.noFollow());
    }

    @ParameterizedTest
    @EnumSource(
            value = SystemCall.class,
            names = {"IO_URING_SETUP", "IO_URING_ENTER", "IO_URING_REGISTER", "CACHESTAT"})
    void callsNewerThanTheUnifiedTableHaveOneNumber(SystemCall call) {
        assertThat(call.number(KernelAbi.X86_64)).isEqualTo(call.number(KernelAbi.AARCH64));
    }

    @Test
    void noTwoCallsHaveOneNumber() {
        for (KernelAbi abi : List.of(KernelAbi.X86_64, KernelAbi.AARCH64)) {
            assertThat(Arrays.stream(SystemCall.values()).map(call -> call.number(abi)))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aTemporaryFileIsAlsoADirectory() {
        assertThat(KernelAbi.X86_64.temporaryFile() & KernelAbi.X86_64.directory())
                .isNotZero();
        assertThat(KernelAbi.AARCH64.temporaryFile() & KernelAbi.AARCH64.directory())
                .isNotZero();
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
