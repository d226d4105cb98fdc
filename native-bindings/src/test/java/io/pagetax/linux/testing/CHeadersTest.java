package io.pagetax.linux.testing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.pagetax.linux.testing.CHeaders.Claim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A comparison that cannot fail would prove nothing. */
class CHeadersTest {

    @TempDir
    private Path folder;

    @Test
    void wrongNumberIsFoundAndRightOneIsNot() throws IOException {
        List<DynamicTest> tests = CHeaders.compare(
                        folder,
                        List.of(
                                Claim.of("EPERM", 1),
                                Claim.of("ENOENT", 1),
                                Claim.ofNewer("NOT_INVENTED_YET", "NOT_INVENTED_YET", 1)))
                .toList();
        assertThatNoException().isThrownBy(() -> tests.get(0).getExecutable().execute());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> tests.get(1).getExecutable().execute());
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> tests.get(2).getExecutable().execute())
                .withMessageContaining("headers too old: NOT_INVENTED_YET");
    }

    @Test
    void nameThatOldHeadersLackAlthoughTheyShouldKnowItIsAnError() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> CHeaders.compare(folder, List.of(Claim.of("NOT_INVENTED_YET", 1))))
                .withMessageContaining("NOT_INVENTED_YET");
    }
}
