package io.pagetax.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFilesTest {

    private static final Run RUN = Runs.of(List.of(), List.of());

    @TempDir
    Path folder;

    @Test
    void readsWhatARunLeft() throws IOException {
        Files.writeString(folder.resolve("run.json"), Json.document(RUN));
        JournalEntry entry = entry(1);
        try (Journal journal = Journal.open(folder.resolve("rows.jsonl"))) {
            journal.append(entry);
        }
        RunFiles read = RunFiles.read(folder);
        assertThat(read.run()).isEqualTo(RUN);
        assertThat(read.samples()).containsExactly(entry);
        assertThat(read.intervals()).isEmpty();
    }

    @Test
    void isContentWithTheRecord() throws IOException {
        Path record = Files.writeString(folder.resolve("run.json"), Json.document(RUN));
        assertThat(RunFiles.read(record)).isEqualTo(new RunFiles(folder, RUN, List.of()));
    }

    @Test
    void leavesOutTheLineThatACrashLeftUnfinished() throws IOException {
        Path file = folder.resolve("rows.jsonl");
        try (Journal journal = Journal.open(file)) {
            journal.append(entry(1));
            journal.append(entry(2));
        }
        byte[] lines = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(lines, lines.length - 20));
        assertThat(Journal.read(file)).containsExactly(entry(1));
    }

    @Test
    void tellsTheLineThatIsNotOfAJournal() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.jsonl"), "{\n{}\n");
        assertThatThrownBy(() -> Journal.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("rows.jsonl, line 1: ");
    }

    @Test
    void refusesWhatIsNoRunInOneLine() throws IOException {
        assertThatThrownBy(() -> RunFiles.read(folder)).hasMessage("no run in " + folder + ": there is no run.json");
        Path record = Files.writeString(folder.resolve("run.json"), "{\"rows\": 7");
        assertThatThrownBy(() -> RunFiles.read(folder)).hasMessageStartingWith(record + ": not the record of a run: ");
        Files.writeString(record, "{}");
        assertThatThrownBy(() -> RunFiles.read(folder)).hasMessage(record + ": not the record of a run");
    }

    @Test
    void refusesARecordThatComparesARowWhichIsNotThere() throws IOException {
        Run run = Runs.of(
                List.of(Runs.verified("row", "direct", 1_000)),
                List.of(new Comparison("some.ratio", "other", "row", new Estimate(1, null, null), 7)));
        Path record = Files.writeString(folder.resolve("run.json"), Json.document(run));
        assertThatThrownBy(() -> RunFiles.read(folder))
                .hasMessage(record + ": it compares a row that it does not have: other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "rows", "comparisons", "environment", "targets", "params", "reasons"})
    void refusesARecordThatLacksWhatReadersRelyOn(String part) throws IOException {
        Run run = Runs.of(List.of(Runs.verified("row", "direct", 1_000)), List.of());
        Path record = Files.writeString(
                folder.resolve("run.json"), Json.document(run).replace('"' + part + '"', '"' + part + "2\""));
        assertThatThrownBy(() -> RunFiles.read(folder)).hasMessage(record + ": not the record of a run");
    }

    @Test
    void refusesWhatALaterVersionWrote() throws IOException {
        Path record = Files.writeString(
                folder.resolve("run.json"),
                Json.document(RUN).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));
        assertThatThrownBy(() -> RunFiles.read(folder))
                .hasMessage(record + ": its schema version is 2, this pagetax reads up to 1");
    }

    private static JournalEntry entry(int round) {
        return new JournalEntry(
                "row",
                round,
                "2026-01-01T00:00:00Z",
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "gone");
    }
}
