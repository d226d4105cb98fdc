package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static final List<String> OTHERS_DOING =
            List.of("others used the disk", "a hypervisor took the processors away");

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

    /** Asserts that all rows are what their names say, whatever others did to the disk or the processors meanwhile. */
    static void assertRight(Run run) {
        assertThat(run.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.reasons())
                        .as(row.id())
                        .allMatch(reason -> OTHERS_DOING.stream().anyMatch(reason::contains)));
        assertThat(run.rows()).allSatisfy(row -> assertThat(row.verdict()).isIn("verified", "refuted"));
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
