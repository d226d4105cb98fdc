package io.pagetax.it;

import io.pagetax.result.Json;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks into run directories and targets. */
final class RunRecords {

    private RunRecords() {}

    static Run read(Path directory) throws IOException {
        return Json.read(directory.resolve("run.json"));
    }

    static Row row(Run run, String idEnding) {
        return run.rows().stream()
                .filter(row -> row.id().endsWith(idEnding))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + idEnding));
    }

    /** Bytes in the journals of all runs below a folder, which need not be there. */
    static long journalled(Path results) throws IOException {
        if (!Files.isDirectory(results)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(file -> file.endsWith("rows.jsonl"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
