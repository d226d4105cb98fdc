package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Environment;
import io.pagetax.result.Environments;
import io.pagetax.result.FactDifference;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDifferencesTest {

    private static final Run RUN = Runs.of(List.of(), List.of());

    private static List<FactDifference> with(String pointer, @Nullable Object value) {
        return RunDifferences.between(RUN, in(Environments.with(RUN.environment(), pointer, value)));
    }

    private static Run in(Environment environment) {
        return Runs.in(RUN, environment);
    }

    @Test
    void areNoneOfARunAndItself() {
        assertThat(RunDifferences.between(RUN, RUN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/kernel, kernel",
        "/pagetax, pagetax",
        "/jdk, jdk",
        "/governor, governor",
        "/targets/0/scheduler, targets.disk.scheduler",
        "/targets/0/mountOptions, targets.disk.mountOptions",
        "/targets/0/deviceModel, targets.disk.deviceModel",
        "/targets/0/dataFile/sizeBytes, targets.disk.dataFile.sizeBytes",
        "/targets/0/disks/0/name, targets.disk.disks.1.name",
        "/targets/0/disks/0/nrRequests, targets.disk.disks.1.nrRequests"
    })
    void areAllThatOughtToBeTheSame(String pointer, String what) {
        assertThat(with(pointer, 7)).singleElement().satisfies(difference -> {
            assertThat(difference.what()).isEqualTo(what);
            assertThat(difference.b()).isEqualTo("7");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/memory/availableBytes",
        "/memory/swapFreeBytes",
        "/targets/0/path",
        "/targets/0/volume/freeBytes",
        "/targets/0/disks/0/temperatureCelsius"
    })
    void areNotWhatIsNeverTheSameTwice(String pointer) {
        assertThat(with(pointer, 7)).isEmpty();
    }

    @Test
    void areFillLevelsThatAreMoreThanAPercentagePointApart() {
        assertThat(with("/targets/0/volume/fillPercent", 56.4)).isEmpty();
        assertThat(with("/targets/0/volume/fillPercent", 54.4))
                .containsExactly(new FactDifference("targets.disk.volume.fillPercent", "55.5", "54.4"));
        assertThat(with("/targets/0/volume/fillPercent", null))
                .containsExactly(new FactDifference("targets.disk.volume.fillPercent", "55.5", null));
    }

    @Test
    void areWhatIsKnownOfTheSecondRunOnly() {
        Run unknown = in(Environments.with(RUN.environment(), "/targets/0/volume", null));
        assertThat(RunDifferences.between(unknown, RUN))
                .contains(new FactDifference("targets.disk.volume.journalMode", null, "ordered"));
    }

    @Test
    void areHowLongAndHowOftenWasMeasured() {
        Run shorter = Runs.in(RUN, RUN.environment(), 3, 43);
        assertThat(RunDifferences.between(RUN, shorter))
                .containsExactly(
                        new FactDifference("settings.rounds", "7", "3"), new FactDifference("seed", "42", "43"));
    }

    /** All its facts would be as many lines. */
    @Test
    void nameATargetThatOneRunLacks() {
        Run other = in(Environments.with(RUN.environment(), "/targets/0/name", "disk2"));
        assertThat(RunDifferences.between(RUN, other))
                .containsExactly(
                        new FactDifference("targets.disk", "ext4", null),
                        new FactDifference("targets.disk2", null, "ext4"));
    }
}
