package io.pagetax.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.HostileRuns;
import io.pagetax.result.Runs;
import io.pagetax.result.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

    private static final List<String> FILES = List.of("rows.csv", "rows.md", "metrics.txt");

    @TempDir
    Path folder;

    @Test
    void writesAFileEachAndReplacesOlderOnes() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "older");
        Exports.write(Runs.ofEveryKind(), folder);
        assertThat(folder).isDirectoryContaining("regex:.*/rows\\.csv").isDirectoryContaining("regex:.*/rows\\.md");
        for (String file : FILES) {
            assertThat(folder.resolve(file))
                    .content()
                    .contains("disk-randread-4k-direct-uncached")
                    .endsWith("\n");
        }
    }

    @Test
    void hidesNothingInThem() throws IOException {
        Exports.write(VisibleText.of(HostileRuns.ofEveryKind("\u202e")), folder);
        for (String file : FILES) {
            assertThat(Files.readString(folder.resolve(file)))
                    .as(file)
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]")
                    .contains("\u4f60\ud83d\ude00");
        }
    }
}
