package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pagetax.Golden;
import io.pagetax.Locales;
import io.pagetax.figure.Axis;
import io.pagetax.figure.Chart;
import io.pagetax.figure.Drawing;
import io.pagetax.figure.Figures;
import io.pagetax.figure.Mark;
import io.pagetax.figure.Material;
import io.pagetax.figure.Variant;
import io.pagetax.result.Json;
import io.pagetax.result.ProbeAnswer;
import io.pagetax.result.ProbedTarget;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import io.pagetax.result.SchemeCosts;
import io.pagetax.result.SchemeMatrix;
import io.pagetax.result.TargetRuns;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    private final String page = render(Runs.ofEveryKind());

    private static String render(Run run) {
        return HtmlReport.render(PageContent.of(Material.of(run), List.of()));
    }

    /** Without what is the same on every page. */
    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)(<script[^>]*>|<style>).*?(</script>|</style>)", "$1$2");
    }

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void looksTheSameInEveryLocale(Locale locale) throws Exception {
        Row direct = Runs.verified("disk-randread-4k-direct-uncached", "direct", 80_000);
        Row mapped = Runs.refuted("disk-randread-4k-mmap-uncached", "mmap", "17 pages resident, 0 expected");
        // Nothing that the answer is about: its wording has tests of its own.
        Run run = Runs.of(List.of(direct, mapped), List.of());
        Golden.assertSame(withoutScripts(Locales.in(locale, () -> render(run))), "report.html");
    }

    @Test
    void escapesWhatUsersTyped() {
        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("only 3 of 7 rounds fit &amp; &quot;that&quot; is &lt;b&gt;all&lt;/b&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img onerror=x>", "a&b", "</script><b>"})
    void escapesNamesOfRowsInTextAttributesAndData(String id) {
        Run run = Runs.of(List.of(Runs.verified(id, "direct", 80_000), Runs.refuted(id + "2", "mmap", id)), List.of());
        Mark mark = new Mark(id, 1, 1, 1, id, id);
        Chart chart = new Chart(
                new Axis("", Axis.Kind.WORDS, List.of()),
                new Axis("", Axis.Kind.LINEAR, List.of()),
                0,
                false,
                List.of(new Chart.Layer(Chart.Geom.POINTS, Chart.Line.SOLID, List.of(mark))));
        Drawing drawing = new Drawing("taxes", id, id, List.of(new Variant(id, chart)));
        assertThat(HtmlReport.render(PageContent.of(Material.of(run), List.of(drawing))))
                .doesNotContain(id);
    }

    @Test
    void showsEveryRow() {
        assertThat(Runs.ofEveryKind().rows())
                .allSatisfy(row -> assertThat(page).contains("<tr id=\"" + row.id() + "\""));
    }

    @Test
    void marksRowsThatAreNotTrustedAndSaysWhy() {
        assertThat(page)
                .contains("<tr id=\"disk-randread-4k-direct-uncached\"><td>")
                .contains("<tr id=\"disk-randread-4k-buffered-uncached\" class=\"untrusted\"><td>")
                .contains("<tr id=\"disk-randread-4k-dontcache-uncached\" class=\"untrusted\"><td>")
                .contains("<td class=\"word reasoned\">refuted<br><small>17 pages resident, 0 expected</small></td>")
                .contains("17 pages resident, 0 expected")
                .contains("EOPNOTSUPP");
    }

    @Test
    void showsHitsAndMissesWhereTheyWereToldApart() {
        assertThat(page).doesNotContain("Hits and misses");
        String told = render(Runs.of(List.of(Runs.told("a-hits", true), Runs.told("b-hits", false)), List.of()));
        assertThat(told).contains("Hits and misses", "0.2500", "1.0000", "41152", "3.01 µs");
    }

    @Test
    void showsTargetsSideBySideIfThereAreSeveral() {
        assertThat(withoutScripts(page)).doesNotContain("side by side");
        String sides = render(TargetRuns.threeFileSystems("ext4", "xfs", "btrfs"));
        assertThat(sides)
                .contains("Targets side by side", "<p>filesystem: ext4 ext4, xfs xfs, btrfs btrfs<br>")
                .contains("<p class=\"warn\">unlike: volume.fillPercent: ext4 55.5, xfs 60.0, btrfs unknown<br></p>")
                .contains("colspan=\"4\">ext4</th>", "colspan=\"7\">xfs</th>", "colspan=\"7\">btrfs</th>")
                .contains("<td>-20.0 %</td><td>-22.5 % to -17.5 %</td><td class=\"mark\">yes, p below 0.001</td>")
                .contains("<td>+2.0 %</td><td>-1.2 % to +5.2 %</td><td>no, p 0.500</td>")
                .contains("<td>refuted</td>")
                .contains("<p class=\"warn\">the control of xfs shows a difference, too</p>")
                .contains("none: no pair of verified rows")
                .doesNotContain("target.xfs");
    }

    @Test
    void showsWhatFileSystemsDoIfTheyWereAsked() {
        assertThat(render(Runs.of(List.of(), List.of()))).doesNotContain("What the file systems do");
        ProbeAnswer answer =
                new ProbeAnswer("reflink", "supported:3", "saw <it>", "Can it?", "It can.", "ioctl_ficlone(2)");
        Run run = TargetRuns.probed(List.of(
                new ProbedTarget("a", "xfs", "6.18.0", "rw", List.of(answer)),
                new ProbedTarget("b", null, null, null, List.of())));
        assertThat(render(run))
                .contains("What the file systems do", "<th class=\"word\">a<br><small>xfs</small></th>")
                .contains("<td>reflink</td><td class=\"word answered\">supported:3</td>"
                        + "<td class=\"word answered\">n/a</td>")
                .contains("Can it?", "ioctl_ficlone(2)", "a: supported:3</strong>. It can. <small>(saw &lt;it&gt;)");
    }

    /** What was found about schemes may lie with a run; its page then has verdicts, interleavings and costs. */
    @Test
    void showsSchemesThatLieWithTheRun() throws IOException {
        Path schemes = Path.of("..", "results", "schemes");
        String full = HtmlReport.render(new PageContent(
                Material.of(Runs.of(List.of(), List.of())),
                List.of(),
                "",
                Downloads.none(),
                Json.readSchemes(schemes.resolve("schemes.json")),
                Json.readSchemeCosts(schemes.resolve("scheme-costs.json"))));
        assertThat(full)
                .contains("<h2 id=\"verdicts\">", "<h2 id=\"thread\">", "<a href=\"#verdicts\">schemes</a>")
                .contains("<svg class=\"diagram\"", "<h3>Device: null</h3>");
        assertThat(page).doesNotContain("<h2 id=\"verdicts\">");
    }

    @Test
    void escapesNamesOfTargets() {
        String name = "<script>'a',\"b\"&</script>";
        assertThat(render(TargetRuns.threeFileSystems("ext4", name, "btrfs")))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>'a", name);
    }

    @Test
    void holdsFiguresWithTheirNumbers() throws IOException {
        Run run = Json.read(Path.of("..", "results", "quick-xfs-zram", "run.json"));
        List<Drawing> drawings = Figures.of(Material.of(run));
        String full = HtmlReport.render(PageContent.of(Material.of(run), drawings));
        JsonNode data = data(full);
        assertThat(drawings).isNotEmpty().allSatisfy(drawing -> {
            assertThat(full).contains("<figure id=\"fig-" + drawing.name() + "\"", drawing.caption());
            assertThat(data.path("figures").path(drawing.name()).size())
                    .isEqualTo(drawing.variants().size());
        });
        JsonNode insertion = data.at("/figures/taxes/0/chart/layers/1/series/0");
        assertThat(insertion.path("y").size())
                .isEqualTo(insertion.path("lo").size())
                .isPositive();
    }

    private static JsonNode data(String page) throws IOException {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>")
                .matcher(page);
        assertThat(data.find()).isTrue();
        return new JsonMapper().readTree(data.group(1));
    }

    /** The library names its home and its licence in comments and messages; it loads nothing. */
    @Test
    void needsNothingFromElsewhere() {
        String markup = withoutScripts(page);
        assertThat(markup).doesNotContain("http://", "https://", "//cdn", "@import", "url(", "<link", "<iframe");
        assertThat(Pattern.compile("\\bsrc\\s*=").matcher(markup).find()).isFalse();
        assertThat(Pattern.compile("href=\"(?!#)").matcher(markup).find()).isFalse();
        assertThat(Templates.text("style.css")).doesNotContain("url(", "@import", "@font-face");
        assertThat(Stream.of("tables.js", "charts.js", "page.js").map(Templates::text))
                .noneMatch(script -> script.contains("http") || script.contains("innerHTML"));
    }

    /** Else the page's element would end there, or not end where it does. */
    @Test
    void holdsALibraryThatCanStandInAScript() {
        assertThat(Templates.text("echarts.min.js"))
                .contains("Apache Software Foundation")
                .doesNotContainIgnoringCase("</script", "<!--");
    }

    @Test
    void offersTheFilesOfTheRun(@TempDir Path folder) throws IOException {
        Run run = Runs.of(List.of(Runs.verified("disk-a", "direct", 80_000)), List.of());
        Files.writeString(folder.resolve("run.json"), Json.document(run));
        Files.writeString(folder.resolve("disk-a.hgrm"), "Value Percentile\n");
        Downloads downloads = Downloads.of(List.of(folder), run);
        String full = HtmlReport.render(
                new PageContent(Material.of(run), List.of(), "", downloads, SchemeMatrix.NONE, SchemeCosts.NONE));
        assertThat(full)
                .contains("data-file=\"run.json\"", "data-file=\"disk-a.hgrm\"")
                .doesNotContain("data-file=\"latency.hlog\"");
        byte[] packed =
                Base64.getDecoder().decode(data(full).at("/files/disk-a.hgrm").asText());
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Value Percentile\n");
    }

    @Test
    void holdsNoMoreThanAPageCanBear(@TempDir Path folder) throws IOException {
        Run run = Runs.of(List.of(), List.of());
        byte[] noise = new byte[8 << 20];
        new Random(42).nextBytes(noise);
        Files.write(folder.resolve("latency.hlog"), noise);
        Downloads downloads = Downloads.of(List.of(folder), run);
        assertThat(downloads.packed()).isEmpty();
        assertThat(HtmlReport.render(new PageContent(
                        Material.of(run), List.of(), "", downloads, SchemeMatrix.NONE, SchemeCosts.NONE)))
                .contains("latency.hlog <small>8 MiB, in the run's directory only</small>");
    }

    @Test
    void leadsOutOfTheDirectoryOfNoRun(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectory(folder.resolve("run"));
        Files.writeString(folder.resolve("secret.hgrm"), "secret");
        Run run = Runs.of(List.of(Runs.verified("../secret", "direct", 80_000)), List.of());
        assertThat(Downloads.of(List.of(inside), run).offered()).isEmpty();
    }

    @Test
    void showsRatiosWithTheirIntervals() {
        assertThat(page)
                .contains(
                        "some.ratio",
                        "+25.0 %",
                        "+12.5 % to +50.0 %",
                        "<td>7</td>",
                        "less disk-randread-4k-mmap-cached",
                        "doubtful");
        assertThat(render(Runs.of(List.of(), List.of()))).contains("none: no pair of verified rows");
    }

    @Test
    void saysThatARunWasStopped() {
        assertThat(page).contains("stopped before its end");
        assertThat(render(Runs.of(List.of(), List.of()))).doesNotContain("stopped before its end");
    }

    @Test
    void saysWhatTheSystemDidNotTell() {
        assertThat(page).contains("<td>container</td><td class=\"wrap\">n/a (no sign of a container)</td>");
        assertThat(withoutScripts(page)).doesNotContain("null");
    }
}
