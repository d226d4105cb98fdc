package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.analysis.RunComparison;
import io.pagetax.distribution.Distributions;
import io.pagetax.figure.DiffFigures;
import io.pagetax.figure.Drawing;
import io.pagetax.figure.Material;
import io.pagetax.figure.Variant;
import io.pagetax.result.Json;
import io.pagetax.result.RunDiff;
import io.pagetax.result.RunFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffPageTest {

    private static final double THRESHOLD = 0.03;

    private static RunFiles read(String run) throws IOException {
        return RunFiles.read(Path.of("..", "results", run));
    }

    private static Material material(RunFiles files) throws IOException {
        return new Material(
                files.run(),
                files.samples(),
                Distributions.read(files.intervals().orElseThrow()));
    }

    @Test
    void showsBothCurvesInOneFigure() throws IOException {
        RunFiles run = read("quick-xfs-zram");
        RunDiff diff = RunComparison.of(run, run, THRESHOLD, false);
        List<Drawing> drawings = DiffFigures.of(diff, material(run), material(run));
        assertThat(drawings).extracting(Drawing::name).containsExactly("changes", "curves");
        assertThat(drawings.get(1).variants())
                .hasSize(run.run().rows().size())
                .allSatisfy(variant -> assertThat(variant.chart()
                                .marks()
                                .map(mark -> mark.series())
                                .distinct())
                        .containsExactly("A", "B"));
        assertThat(DiffPage.render(diff, drawings))
                .contains("id=\"fig-changes\"", "id=\"fig-curves\"")
                .contains(
                        "Parameters and environment are the same.", "<td class=\"word reasoned\">not significant<br>");
    }

    /** What changed is what one came for. */
    @Test
    void showsWhatChangedFirst() throws IOException {
        RunFiles before = read("quick-xfs-zram");
        RunFiles after = read("tax-xfs-zram");
        RunDiff diff = RunComparison.of(before, after, THRESHOLD, false);
        List<Drawing> drawings = DiffFigures.of(diff, material(before), material(before));
        assertThat(drawings.get(1).variants())
                .extracting(Variant::label)
                .first()
                .asString()
                .endsWith(", worse");
        assertThat(DiffPage.render(diff, drawings))
                .contains("<p class=\"warn\">8 of 8 cells are significantly worse", "<td>settings.warmupMs</td>")
                .contains("<summary>Only in B</summary>");
    }

    @Test
    void escapesWhatRunsAreCalled() throws IOException {
        String hostile = "</script><script>alert(1)</script>";
        RunFiles run = read("quick-xfs-zram");
        RunDiff diff = Json.mapTexts(
                RunComparison.of(run, run, THRESHOLD, false),
                RunDiff.class,
                (text, key) -> key.equals("id") ? hostile + text : text);
        assertThat(DiffPage.render(diff, DiffFigures.of(diff, material(run), material(run))))
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)")
                .doesNotContain(hostile);
    }
}
