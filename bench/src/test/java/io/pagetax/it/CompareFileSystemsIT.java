package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.DiskFolder;
import io.pagetax.result.Comparison;
import io.pagetax.result.ProbedTarget;
import io.pagetax.result.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The one command that compares file systems, as users type it. */
@ExtendWith(DiskFolder.class)
class CompareFileSystemsIT {

    @TempDir(factory = DiskFolder.class)
    Path folder;

    private Path lab;
    private LabTraces before;

    @BeforeEach
    void look() throws IOException {
        Requirements.root();
        Requirements.program("mkfs.ext4");
        folder = folder.toRealPath();
        lab = folder.resolve("lab");
        before = LabTraces.now(folder, lab);
    }

    private List<String> script(String... compareOptions) {
        Path script =
                Path.of("..", "scripts", "compare-filesystems").toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(List.of(
                script.toString(),
                "--fs",
                "first=ext4,second=ext4",
                "--backing",
                "zram",
                "--size",
                "320m",
                "--dir",
                lab.toString(),
                "--",
                "--size",
                "32m",
                "--out",
                "out"));
        command.addAll(Arrays.asList(compareOptions));
        return command;
    }

    @Test
    void fileSystemsAreComparedReportedAndRemoved() throws Exception {
        Run run = compare("1");

        assertThat(targetComparisons(run)).extracting(Comparison::significant).containsOnlyNulls();
    }

    @Test
    void identicalFileSystemsShowNoDifference() throws Exception {
        Requirements.longRun();

        Run run = compare("6");

        assertThat(targetComparisons(run)).extracting(Comparison::significant).containsOnly(false);
    }

    private Run compare(String rounds) throws Exception {
        Commands.Outcome outcome =
                Commands.run(folder, script("--rounds", rounds, "--runtime", "60ms", "--warmup", "20ms"));

        // Others on the machine may refute rows; what is compared is then less, and still of one kind.
        assertThat(outcome.exit()).as(outcome.err()).isIn(0, 3);
        assertThat(outcome.out()).contains("report: file://" + folder.resolve("out/report.html"));
        assertThat(LabTraces.now(folder, lab)).isEqualTo(before);
        Run run = RunRecords.read(folder.resolve("out"));
        assertThat(targetComparisons(run)).hasSizeGreaterThan(5);
        assertThat(run.probes())
                .allMatch(ProbedTarget::isComplete)
                .extracting(ProbedTarget::name)
                .containsExactly("first", "second");
        return run;
    }

    private static List<Comparison> targetComparisons(Run run) {
        return run.comparisons().stream()
                .filter(comparison -> comparison.name().equals("target.second"))
                .toList();
    }

    @Test
    void stoppedInTheMiddleItKeepsWhatWasMeasuredAndRemovesTheRest() throws Exception {
        Process process = Commands.start(folder, script("--probe=false", "--rounds", "50", "--runtime", "200ms"));
        Path journal = folder.resolve("out/rows.jsonl");
        long deadline = System.currentTimeMillis() + 60_000;
        while (Files.notExists(journal) || Files.readAllLines(journal).size() < 2) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(50);
        }

        Commands.system(Files.createDirectory(folder.resolve("kill")), "kill", "-TERM", Long.toString(process.pid()));
        Commands.Outcome outcome = Commands.await(process, folder);

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(130);
        assertThat(RunRecords.read(folder.resolve("out")).status()).isEqualTo("partial");
        assertThat(LabTraces.now(folder, lab)).isEqualTo(before);
    }

    @Test
    void stoppedWhileFileSystemsAreMadeItRemovesThem() throws Exception {
        Process process = Commands.start(folder, script());
        long deadline = System.currentTimeMillis() + 60_000;
        while (Files.notExists(lab.resolve("mnt"))) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(5);
        }

        Commands.system(Files.createDirectory(folder.resolve("kill")), "kill", "-TERM", Long.toString(process.pid()));
        Commands.Outcome outcome = Commands.await(process, folder);

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(130);
        assertThat(LabTraces.now(folder, lab)).isEqualTo(before);
    }
}
