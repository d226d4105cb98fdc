package io.pagetax.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Results;
import io.pagetax.result.Json;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    private static final Path RESULTS = Path.of("..", "results");
    private static final String SECRET = "buildbox7";

    @TempDir
    Path folder;

    private Path site() throws IOException {
        return Files.createDirectory(folder.resolve("site"));
    }

    @Test
    void leadsToEveryRun() throws IOException {
        Path site = site();
        Path index = Site.build(RESULTS, site, false);
        assertThat(index).isEqualTo(site.resolve("index.html"));
        List<Path> runs = Results.runs();
        assertThat(runs).hasSizeGreaterThan(4).allSatisfy(run -> {
            String name = RESULTS.relativize(run).toString();
            assertThat(site.resolve(name).resolve("report.html")).exists();
            assertThat(site.resolve(name).resolve("run.json")).hasSameTextualContentAs(run.resolve("run.json"));
            assertThat(index).content().contains("href=\"" + name + "/report.html\"");
        });
        assertThat(index)
                .content()
                .contains("<td>xfs</td><td class=\"word\">zram (compressed memory)</td>", "id=\"fig-trend\"");
    }

    /** A run on a host with a name, in a folder of a user's. */
    private Path secretRun() throws IOException {
        RunFiles quick = RunFiles.read(RESULTS.resolve("quick-xfs-zram"));
        Path run = Files.createDirectories(folder.resolve("runs").resolve(SECRET + "-20261123T103157Z"));
        Run secret = Json.mapTexts(quick.run(), Run.class, (text, key) -> switch (key) {
            case "path" -> "/home/" + SECRET + "/data";
            case "choice", "warnings" -> "since /home/" + SECRET + "/data is on " + SECRET;
            case "command" -> text.startsWith("--") ? text : "/home/" + SECRET + "/data";
            default -> text;
        });
        Files.writeString(run.resolve("run.json"), Json.document(secret.named(SECRET + "-20261123T103157Z")));
        Files.writeString(
                run.resolve("rows.jsonl"),
                Files.readString(quick.folder().resolve("rows.jsonl"))
                        .replaceFirst("\"failure\":null", "\"failure\":\"pread(/home/" + SECRET + "/data)\""));
        Files.writeString(run.resolve("jmh.json"), "[{\"jvm\": \"/home/" + SECRET + "/jdk\"}]");
        Files.copy(quick.folder().resolve("latency.hlog"), run.resolve("latency.hlog"));
        Files.writeString(run.resolve("jmh.log"), SECRET);
        return folder.resolve("runs");
    }

    @Test
    void hidesWhoseMachineItWas() throws IOException {
        Path runs = secretRun();
        Path site = site();
        Site.build(runs, site, true);
        try (Stream<Path> files = Files.walk(site)) {
            List<Path> all = files.toList();
            assertThat(all).anyMatch(file -> file.endsWith("host-20261123T103157Z/report.html"));
            assertThat(all).noneMatch(file -> file.toString().contains(SECRET));
            assertThat(all.stream().filter(Files::isRegularFile))
                    .hasSizeGreaterThan(8)
                    .noneMatch(file -> text(file).contains(SECRET));
        }
        assertThat(RunFiles.read(runs.resolve(SECRET + "-20261123T103157Z"))
                        .run()
                        .id())
                .as("what was recorded is kept")
                .startsWith(SECRET);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void isMadeInPlaceWithoutChangingWhatWasRecorded() throws IOException {
        Path run = Files.createDirectories(folder.resolve("runs/one"));
        Files.createDirectory(folder.resolve("runs/no-run"));
        Path record = Files.copy(RESULTS.resolve("quick-xfs-zram/run.json"), run.resolve("run.json"));
        byte[] before = Files.readAllBytes(record);
        Site.build(folder.resolve("runs"), folder.resolve("runs"), false);
        assertThat(record).hasBinaryContent(before);
        assertThat(run.resolve("report.html")).exists();
        assertThat(folder.resolve("runs/index.html")).content().contains("href=\"one/report.html\"");
        assertThat(folder.resolve("runs/no-run")).isEmptyDirectory();
    }
}
