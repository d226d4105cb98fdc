package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.testing.CHeaders;
import io.pagetax.linux.testing.CHeaders.Claim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class OpenFlagTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> flagsAreThoseOfTheHeaders() throws IOException {
        return CHeaders.compare(
                folder,
                Arrays.stream(OpenFlag.values())
                        .map(flag -> Claim.of("O_" + flag, OpenFlag.bits(EnumSet.of(flag))))
                        .toList());
    }

    @Test
    void bitsOfSeveralFlagsAreJoined() {
        assertThat(OpenFlag.bits(EnumSet.of(OpenFlag.RDWR, OpenFlag.CREAT, OpenFlag.EXCL)))
                .isEqualTo(0x2 | 0x40 | 0x80);
        assertThat(OpenFlag.bits(EnumSet.noneOf(OpenFlag.class))).isZero();
    }
}
