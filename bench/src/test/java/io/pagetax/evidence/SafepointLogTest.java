package io.pagetax.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.file.LinuxFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SafepointLogTest {

    @Test
    void isWrittenByAnotherVirtualMachineAndHasNoName() throws Exception {
        try (LinuxFile log = SafepointLog.create()) {
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            SafepointLog.option(log),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Collects.class.getName())
                    .inheritIO()
                    .start();
            assertThat(other.waitFor()).isZero();
            Path descriptor = Path.of("/proc/self/fd/" + log.fd());
            assertThat(Files.readSymbolicLink(descriptor).toString()).endsWith(" (deleted)");
            SampleEvidence.Builder evidence = new SampleEvidence.Builder();
            SafepointMeter.report(Files.readString(descriptor, StandardCharsets.UTF_8), evidence);
            assertThat(evidence.build().get(Quantity.SAFEPOINTS)).isGreaterThanOrEqualTo(3);
            assertThat(evidence.build().get(Quantity.SAFEPOINT_NANOS)).isPositive();
        }
    }

    /** Stops its threads three times. */
    static final class Collects {

        private Collects() {}

        public static void main(String[] arguments) {
            System.gc();
            System.gc();
            System.gc();
        }
    }
}
