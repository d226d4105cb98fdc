package io.pagetax.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run read back from its directory.
 *
 * @param folder that its files are in
 * @param samples in the order in which they ended; empty if only {@code run.json} was kept
 */
public record RunFiles(Path folder, Run run, List<JournalEntry> samples) {

    /** Name of the record in the directory of a run. */
    public static final String RECORD = "run.json";

    /** Name of the journal there. */
    public static final String JOURNAL = "rows.jsonl";

    /** Name of the interval log there. */
    public static final String INTERVALS = "latency.hlog";

    /**
     * Reads what is there of a run.
     *
     * @param path a run's directory, or its {@code run.json}
     * @throws IOException in one line that names the file: if there is no record, or one that is not of a run, or that was
     *     written by a version that this one does not understand
     */
    public static RunFiles read(Path path) throws IOException {
        Path record = Files.isDirectory(path) ? path.resolve(RECORD) : path;
        if (!Files.isRegularFile(record)) {
            throw new IOException("no run in " + path + ": there is no " + RECORD);
        }
        Path folder = Optional.ofNullable(record.getParent()).orElse(Path.of(""));
        Path journal = folder.resolve(JOURNAL);
        return new RunFiles(folder, readRecord(record), Files.exists(journal) ? Journal.read(journal) : List.of());
    }

    private static Run readRecord(Path record) throws IOException {
        Run run;
        try {
            run = Json.read(record);
        } catch (JsonProcessingException unfit) {
            throw new IOException(record + ": not the record of a run: " + unfit.getOriginalMessage(), unfit);
        }
        if (run.schemaVersion() < 1 || !isWhole(run)) {
            throw new IOException(record + ": not the record of a run");
        }
        if (run.schemaVersion() > Run.SCHEMA_VERSION) {
            throw new IOException(record + ": its schema version is " + run.schemaVersion()
                    + ", this pagetax reads up to " + Run.SCHEMA_VERSION);
        }
        Optional<String> absent = comparedButAbsent(run);
        if (absent.isPresent()) {
            throw new IOException(record + ": it compares a row that it does not have: " + absent.get());
        }
        return run;
    }

    private static Optional<String> comparedButAbsent(Run run) {
        Set<String> rows = run.rows().stream().map(Row::id).collect(Collectors.toSet());
        return run.comparisons().stream()
                .flatMap(comparison -> Stream.of(comparison.numerator(), comparison.denominator()))
                .filter(row -> !rows.contains(row))
                .findFirst();
    }

    /** What a reader relies on to be there; a file that only looks like a record lacks some of it. */
    private static boolean isWhole(Run run) {
        return Stream.of(run.id(), run.startedAt(), run.status(), run.settings(), run.comparisons(), run.warnings())
                        .allMatch(Objects::nonNull)
                && run.rows() != null
                && run.rows().stream().allMatch(row -> row != null && isWhole(row))
                && run.environment() != null
                && run.environment().targets() != null;
    }

    private static boolean isWhole(Row row) {
        return Stream.of(
                        row.id(),
                        row.target(),
                        row.params(),
                        row.verdict(),
                        row.reasons(),
                        row.warnings(),
                        row.failures())
                .allMatch(Objects::nonNull);
    }

    /** Its interval log; empty if that was not kept. */
    public Optional<Path> intervals() {
        return Optional.of(folder.resolve(INTERVALS)).filter(Files::exists);
    }
}
