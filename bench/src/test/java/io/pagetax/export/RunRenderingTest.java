package io.pagetax.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.result.HostileRuns;
import io.pagetax.result.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRenderingTest {

    /** Elsewhere it is a text like any other. */
    private static final Pattern IN_MARKUP = Pattern.compile("[.](html|svg|md)$");

    @TempDir
    Path folder;

    private List<Path> rendered() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("run.json")).sorted().toList();
        }
    }

    @Test
    void rendersWhatARunLeftSomewhereElse() throws IOException {
        RunRendering.render(RunFiles.read(Path.of("..", "results", "quick-xfs-zram")), folder);
        assertThat(rendered())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "cells.fio",
                        "course.svg",
                        "hit-ratios.svg",
                        "metrics.txt",
                        "percentiles.svg",
                        "report.html",
                        "rows.csv",
                        "rows.md",
                        "tax-on-devices.svg",
                        "taxes.svg");
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("data-file=\"rows.csv\"", "data-file=\"latency.hlog\"", "fig-latency-over-time");
    }

    /** Of what is only kept as a record there are no curves; the page says so. */
    @Test
    void rendersARecordAlone() throws IOException {
        Path record = Files.copy(Path.of("..", "results", "quick-xfs-zram", "run.json"), folder.resolve("run.json"));
        RunRendering.render(RunFiles.read(record), folder);
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("The interval log was not kept with this run")
                .doesNotContain("id=\"fig-latency-over-time\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\n", "<script>alert(1)</script>", "</script>", "\"'&|`", "=1+1", "\u0000"})
    void showsHostileNamesAsTextEverywhere(String hostile) throws IOException {
        RunRendering.render(new RunFiles(folder, HostileRuns.ofEveryKind(hostile), List.of()), folder);
        assertThat(rendered())
                .hasSizeGreaterThan(3)
                .allSatisfy(file -> assertThat(withoutLibrary(file))
                        .as(file.getFileName().toString())
                        .doesNotContain(IN_MARKUP.matcher(file.toString()).find() ? "<script>alert" : "\u0000")
                        .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n\t\r]]"));
    }

    private static String withoutLibrary(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?s)<script>\\R?(/\\*|!function|'use strict').*?</script>", "");
    }
}
