package io.pagetax.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.result.Diagnosis;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    Path folder;

    @Test
    void looksAtTheMachineAndAtEveryTarget() throws Exception {
        Diagnosis diagnosis =
                new Doctor(List.of(new Subject("a", folder), new Subject("b", folder)), 1 << 20).examine();

        assertThat(diagnosis.findings().stream().filter(finding -> finding.target() == null))
                .hasSizeGreaterThanOrEqualTo(15);
        List<String> ofFirst = checksOf(diagnosis, "a");
        assertThat(ofFirst).contains("medium", "space", "disk traffic", "evidence", "loop devices");
        assertThat(checksOf(diagnosis, "b")).isEqualTo(ofFirst);
        assertThat(folder).isEmptyDirectory();
    }

    private static List<String> checksOf(Diagnosis diagnosis, String target) {
        return diagnosis.findings().stream()
                .filter(finding -> Objects.equals(finding.target(), target))
                .map(Finding::check)
                .toList();
    }

    @Test
    void isFitUnlessSomethingIsBadAndSaysWhatToDoAboutAllElse() throws Exception {
        Diagnosis huge = new Doctor(List.of(new Subject("t", folder)), Long.MAX_VALUE / 4).examine();

        assertThat(huge.fit()).isFalse();
        assertThat(huge.findings())
                .allSatisfy(finding -> assertThat(finding.advice() == null)
                        .as(finding.check())
                        .isEqualTo(finding.level() == Level.OK));
        assertThat(Diagnosis.of(List.of(new Finding("x", null, Level.WARN, "y", "z")))
                        .fit())
                .isTrue();
    }

    @Test
    void failsOnATargetThatIsNotThere() {
        Doctor doctor = new Doctor(List.of(new Subject("t", folder.resolve("absent"))), 1);
        assertThatThrownBy(doctor::examine).isInstanceOf(IOException.class);
    }
}
