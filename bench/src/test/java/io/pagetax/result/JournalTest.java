package io.pagetax.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void holdsALineForEachSampleAsSoonAsItIsAppended() throws IOException {
        Path file = folder.resolve("rows.jsonl");
        try (Journal journal = Journal.open(file)) {
            for (int round = 1; round <= 3; round++) {
                journal.append(finished(round));
                assertThat(Files.readAllLines(file)).hasSize(round);
            }
        }
        assertThat(file).content().endsWith("}\n");
    }

    @Test
    void keepsWhatWasThereWhenOpenedAgain() throws IOException {
        Path file = folder.resolve("rows.jsonl");
        for (int round = 1; round <= 2; round++) {
            try (Journal journal = Journal.open(file)) {
                journal.append(finished(round));
            }
        }
        assertThat(Files.readAllLines(file))
                .extracting(line -> MAPPER.readTree(line).get("round").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void readsBackAsWhatWasAppended() throws IOException {
        Path file = folder.resolve("rows.jsonl");
        JournalEntry failed = failed("pread(/srv/a): EIO\nsecond line, \"quoted\"");
        try (Journal journal = Journal.open(file)) {
            journal.append(finished(1));
            journal.append(failed);
        }
        assertThat(Files.readAllLines(file))
                .extracting(line -> MAPPER.readValue(line, JournalEntry.class))
                .containsExactly(finished(1), failed);
    }

    @Test
    void givesNullForWhatAFailedSampleDoesNotHave() throws IOException {
        Path file = folder.resolve("rows.jsonl");
        try (Journal journal = Journal.open(file)) {
            journal.append(failed("EIO"));
        }
        JsonNode line = MAPPER.readTree(Files.readAllLines(file).get(0));
        assertThat(List.of("iops", "nsPerOp", "latencyNs", "evidence", "verdict"))
                .allMatch(key -> line.has(key) && line.get(key).isNull());
        assertThat(line.get("operations").asLong()).isZero();
        assertThat(line.get("failure").asText()).isEqualTo("EIO");
    }

    @Test
    void failsIfTheDiskIsFull() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).isWritable();
        try (Journal journal = Journal.open(full)) {
            assertThatThrownBy(() -> journal.append(finished(1))).isInstanceOf(IOException.class);
        }
    }

    private static JournalEntry finished(int round) {
        Row row = Runs.verified("disk-randread-4k-direct-uncached", "direct", 80_000);
        return new JournalEntry(
                row.id(),
                round,
                "2026-01-01T00:00:00Z",
                123_456,
                12_500.5,
                80_000.25,
                row.latencyNs(),
                row.hitNs(),
                row.missNs(),
                row.hitRatio(),
                row.evidence(),
                "verified",
                List.of(),
                null);
    }

    private static JournalEntry failed(String why) {
        return new JournalEntry(
                "disk-randread-4k-direct-uncached",
                2,
                "2026-01-01T00:00:01Z",
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
                why);
    }
}
