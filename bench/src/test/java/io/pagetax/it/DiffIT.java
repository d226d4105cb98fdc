package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pagetax.result.Journal;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a run that is kept, and on copies of it in which something is another. */
class DiffIT {

    private static final Path RUN = Path.of("..", "results", "quick-xfs-zram");
    private static final Path OTHER_TARGET = Path.of("..", "results", "quick-ext4-virtio");
    private static final String SLOWED = "xfs-zram-randread-4k-direct-uncached";
    private static final double FACTOR = 1.5;

    @TempDir
    Path folder;

    private Path slower;

    @BeforeEach
    void copyTheRunWithOneCellSlower() throws IOException {
        slower = Files.createDirectory(folder.resolve("slower"));
        Files.writeString(
                slower.resolve(RunFiles.RECORD),
                Files.readString(RUN.resolve(RunFiles.RECORD))
                        .replaceFirst("\"kernel\" : \"[^\"]*\"", "\"kernel\" : \"9.9\""));
        try (Journal journal = Journal.open(slower.resolve(RunFiles.JOURNAL))) {
            for (JournalEntry entry : Journal.read(RUN.resolve(RunFiles.JOURNAL))) {
                journal.append(entry.row().equals(SLOWED) ? slower(entry) : entry);
            }
        }
    }

    private static JournalEntry slower(JournalEntry entry) {
        return new JournalEntry(
                entry.row(),
                entry.round(),
                entry.startedAt(),
                entry.operations(),
                entry.iops() == null ? null : entry.iops() / FACTOR,
                entry.nsPerOp() == null ? null : entry.nsPerOp() * FACTOR,
                entry.latencyNs(),
                entry.hitNs(),
                entry.missNs(),
                entry.hitRatio(),
                entry.evidence(),
                entry.verdict(),
                entry.reasons(),
                entry.failure());
    }

    private Commands.Outcome diff(Path a, Path b, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "diff",
                a.toAbsolutePath().normalize().toString(),
                b.toAbsolutePath().normalize().toString()));
        arguments.addAll(List.of(options));
        return Commands.run(folder, Commands.pagetax(arguments.toArray(String[]::new)));
    }

    @Test
    void aRunIsNoDifferentFromItself() throws IOException {
        Commands.Outcome outcome = diff(RUN, RUN.resolve(RunFiles.RECORD));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("Parameters and environment are the same.", "None of 9 cells shows a change of 3 % or more");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aCellThatGotWorseIsNamedAndGivesItsOwnExitCode() throws IOException {
        Commands.Outcome outcome = diff(RUN, slower);

        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.out())
                .containsPattern("kernel +\\S+ +9\\.9")
                .contains("1 of 9 cells is significantly worse: " + SLOWED + " +50.0 % (95 % interval +");
        assertThat(diff(slower, RUN).exit()).isZero();
        assertThat(diff(RUN, slower, "--threshold", "60%").exit()).isZero();
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        Commands.Outcome outcome = diff(RUN, slower, "--json");

        assertThat(outcome.exit()).isEqualTo(4);
        JsonNode diff = new JsonMapper().readTree(outcome.out());
        assertThat(diff.at("/cells/0/id").asText()).isEqualTo(SLOWED);
        assertThat(diff.at("/cells/0/verdict").asText()).isEqualTo("worse");
        assertThat(diff.at("/cells/0/ratios/nsPerOp/median").asDouble()).isBetween(1.49, 1.51);
        assertThat(diff.at("/cells/0/ratios").has("p99_9")).isTrue();
        assertThat(diff.at("/differences/0/what").asText()).isEqualTo("kernel");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void markdownBeginsWithTheAnswer() throws IOException {
        Commands.Outcome outcome = diff(RUN, slower, "--markdown");

        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.out())
                .startsWith("**pagetax:** 1 of 9 cells is significantly worse: ")
                .contains("| --- |", "<details>");
    }

    @Test
    void aRunWithoutItsJournalHasNoIntervals() throws IOException {
        Files.delete(slower.resolve(RunFiles.JOURNAL));

        Commands.Outcome outcome = diff(RUN, slower);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("no samples in the journal of B", "Of 9 cells nothing can be said: 6 samples on each side");
    }

    @Test
    void runsWithoutACellInCommonAreBadUsage() throws IOException {
        Commands.Outcome outcome = diff(RUN, OTHER_TARGET);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("pagetax: no cell is in both runs: A has 9 on xfs-zram (such as xfs-zram-")
                .contains("B has 9 on ext4-virtio");
    }
}
