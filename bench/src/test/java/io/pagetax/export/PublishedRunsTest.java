package io.pagetax.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Results;
import io.pagetax.report.TextTable;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What older versions wrote stays readable. */
class PublishedRunsTest {

    @TempDir
    Path folder;

    static List<Path> records() throws IOException {
        return Stream.concat(Results.runs().stream(), Stream.of(Path.of("src/test/resources/run-v1-oldest.json")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("records")
    void areReadAndRendered(Path record) throws IOException {
        Run run = RunFiles.read(record).run();
        assertThat(run.rows()).isNotEmpty();
        assertThat(TextTable.render(run).lines()).hasSizeGreaterThan(run.rows().size());
        Exports.write(run, folder);
        assertThat(Files.readString(folder.resolve("rows.csv")).lines())
                .hasSize(run.rows().size() + 1);
        OpenMetricsText metrics = OpenMetricsText.parse(Files.readString(folder.resolve("metrics.txt")));
        assertThat(metrics.samples("pagetax_row_verified")).hasSameSizeAs(run.rows());
    }
}
