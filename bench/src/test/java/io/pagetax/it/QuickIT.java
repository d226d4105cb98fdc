package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickIT {

    @TempDir
    Path folder;

    @Test
    void answersInThreeMinutesAsAnOrdinaryUserWithoutArguments() throws Exception {
        Requirements.longRun();
        Requirements.root();
        Requirements.program("setpriv");
        Path home = Files.createDirectory(folder.resolve("home"));
        Commands.system(folder, "chmod", "777", folder.toString(), home.toString());
        String[] asNobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "-C", home.toString()
        };
        Instant start = Instant.now();

        Commands.Outcome outcome = Commands.run(
                folder,
                Stream.concat(Arrays.stream(asNobody), Commands.pagetax("quick").stream())
                        .toList());

        assertThat(Duration.between(start, Instant.now())).isLessThanOrEqualTo(Duration.ofMinutes(3));
        assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.err()).contains("target: " + home + ", the first writable folder on a disk");
        assertThat(outcome.out()).contains("an uncached 4 KiB random read costs", "report.html");
        Path results = home.resolve("results");
        Run run = RunRecords.read(results.resolve(RunRecords.names(results).get(0)));
        // On a machine that others use, too, fewer than the seven rounds may fit; six are the fewest that give
        // intervals.
        assertThat(run.rows()).allMatch(row -> row.samples() >= 6);
        assertThat(RunRecords.names(home)).containsExactly("results");
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "25"})
    void runsOnNewerJvms(String version) throws Exception {
        Path java = Requirements.java(Integer.parseInt(version), Integer.parseInt(version));
        Files.createDirectory(folder.resolve("target"));

        Commands.Outcome outcome = Undisturbed.run(
                folder,
                "out",
                Commands.java(
                        java,
                        "pagetax.jar",
                        "run",
                        "--target",
                        "t=target",
                        "--out",
                        "out",
                        "--size",
                        "16m",
                        "--path",
                        "direct,buffered,mmap",
                        "--cache",
                        "uncached,cached",
                        "--rounds",
                        "1",
                        "--runtime",
                        "200ms",
                        "--warmup",
                        "50ms"));

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(RunRecords.read(folder.resolve("out")).environment().jdk()).contains(" " + version);
    }
}
