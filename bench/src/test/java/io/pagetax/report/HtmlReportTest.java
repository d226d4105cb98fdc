package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Golden;
import io.pagetax.Locales;
import io.pagetax.figure.Drawing;
import io.pagetax.result.ProbeAnswer;
import io.pagetax.result.ProbedTarget;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import io.pagetax.result.TargetRuns;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    private final String page = HtmlReport.render(Runs.ofEveryKind(), List.of());

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void looksTheSameInEveryLocale(Locale locale) throws Exception {
        Row direct = Runs.verified("disk-randread-4k-direct-uncached", "direct", 80_000);
        Row mapped = Runs.refuted("disk-randread-4k-mmap-uncached", "mmap", "17 pages resident, 0 expected");
        // Nothing that the answer is about: its wording has tests of its own.
        Run run = Runs.of(List.of(direct, mapped), List.of());
        Golden.assertSame(Locales.in(locale, () -> HtmlReport.render(run, List.of())), "report.html");
    }

    @Test
    void escapesWhatUsersTyped() {
        assertThat(page)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("only 3 of 7 rounds fit &amp; &quot;that&quot; is &lt;b&gt;all&lt;/b&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img onerror=x>", "a&b"})
    void escapesNamesOfRowsInTextAndAttributes(String id) {
        String hostile = HtmlReport.render(
                Runs.of(List.of(Runs.verified(id, "direct", 80_000), Runs.refuted(id + "2", "mmap", id)), List.of()),
                List.of());
        assertThat(hostile).doesNotContain(id);
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
                .contains("17 pages resident, 0 expected")
                .contains("EOPNOTSUPP");
    }

    @Test
    void showsHitsAndMissesWhereTheyWereToldApart() {
        assertThat(page).doesNotContain("Hits and misses");
        String told = HtmlReport.render(
                Runs.of(List.of(Runs.told("a-hits", true), Runs.told("b-hits", false)), List.of()), List.of());
        assertThat(told)
                .contains("Hits and misses", "0.2500", "1.0000", "41152", "3.01 µs")
                .contains("href=\"a-hits-hit.hgrm\"", "href=\"a-hits-miss.hgrm\"", "href=\"b-hits-hit.hgrm\"")
                .doesNotContain("b-hits-miss.hgrm");
    }

    @Test
    void showsTargetsSideBySideIfThereAreSeveral() {
        assertThat(page).doesNotContain("side by side");
        String sides = HtmlReport.render(TargetRuns.threeFileSystems("ext4", "xfs", "btrfs"), List.of());
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
        assertThat(HtmlReport.render(Runs.of(List.of(), List.of()), List.of()))
                .doesNotContain("What the file systems do");
        ProbeAnswer answer =
                new ProbeAnswer("reflink", "supported:3", "saw <it>", "Can it?", "It can.", "ioctl_ficlone(2)");
        Run run = TargetRuns.probed(List.of(
                new ProbedTarget("a", "xfs", "6.18.0", "rw", List.of(answer)),
                new ProbedTarget("b", null, null, null, List.of())));
        assertThat(HtmlReport.render(run, List.of()))
                .contains("What the file systems do", "<th class=\"word\">a<br><small>xfs</small></th>")
                .contains("<td>reflink</td><td class=\"word answered\">supported:3</td>"
                        + "<td class=\"word answered\">n/a</td>")
                .contains("Can it?", "ioctl_ficlone(2)", "a: supported:3</strong>. It can. <small>(saw &lt;it&gt;)");
    }

    @Test
    void escapesNamesOfTargets() {
        String name = "<script>'a',\"b\"&</script>";
        assertThat(HtmlReport.render(TargetRuns.threeFileSystems("ext4", name, "btrfs"), List.of()))
                .contains("&lt;script&gt;")
                .doesNotContain("<script", name);
    }

    @Test
    void holdsFiguresAsAPartOfItself() {
        Drawing drawing = new Drawing("taxes", "all <that>", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        assertThat(HtmlReport.render(Runs.ofEveryKind(), List.of(drawing)))
                .contains("<figure id=\"taxes\"><img src=\"data:image/svg+xml;base64,PHN2Zy")
                .contains("alt=\"all &lt;that&gt;\"")
                .contains("<figcaption>all &lt;that&gt;</figcaption>");
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(page).doesNotContain("http://", "https://", "//cdn", "@import", "url(", "<link", "<iframe");
        assertThat(Pattern.compile("\\bsrc\\s*=").matcher(page).find()).isFalse();
        assertThat(Pattern.compile("href=\"(?!disk-[\\w-]+\\.hgrm\")")
                        .matcher(page)
                        .find())
                .isFalse();
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
        assertThat(HtmlReport.render(Runs.of(List.of(), List.of()), List.of()))
                .contains("none: no pair of verified rows");
    }

    @Test
    void saysThatARunWasStopped() {
        assertThat(page).contains("stopped before its end");
        assertThat(HtmlReport.render(Runs.of(List.of(), List.of()), List.of()))
                .doesNotContain("stopped before its end");
    }

    @Test
    void saysWhatTheSystemDidNotTell() {
        assertThat(page).contains("<td>container</td><td class=\"wrap\">n/a (no sign of a container)</td>");
        assertThat(page).doesNotContain("null");
    }
}
