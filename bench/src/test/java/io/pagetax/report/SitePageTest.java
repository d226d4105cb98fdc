package io.pagetax.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.analysis.Answer;
import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import io.pagetax.result.Records;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SitePageTest {

    private static final String PLACES = "<h2 id=\"places\">";
    private static final String RUNS = "<h2 id=\"runs\">";

    /** What putting a page into the cache costs, {@code percent} more than 80 µs. */
    private static Run run(Map<String, Object> asked, double percent) {
        Row direct = Runs.verified("direct", "direct", 80_000);
        Row other = Records.with(direct, "params", Records.with(direct.params(), asked));
        Row buffered = Runs.verified("buffered", "buffered", 90_000);
        Comparison tax = new Comparison(
                Answer.TAX_INSERTION, "buffered", "direct", new Estimate(1 + percent / 100, null, null), 5);
        return Runs.of(List.of(other, buffered), List.of(tax));
    }

    private static String places(String page) {
        return page.substring(page.indexOf(PLACES), page.indexOf(RUNS));
    }

    private static String page(SitePage.Entry... entries) {
        return SitePage.render(List.of(entries), List.of());
    }

    static Stream<Map<String, Object>> otherCells() {
        return Stream.of(Map.of("bs", 65_536), Map.of("rw", "read"), Map.of("numjobs", 2), Map.of("iodepth", 8));
    }

    @Test
    void showsTheNewestOfEveryPlace() {
        String page = page(
                new SitePage.Entry("newer", run(Map.of(), 12.5)), new SitePage.Entry("older", run(Map.of(), 37.5)));
        assertThat(places(page)).contains("<a href=\"newer/report.html\" title=\"newer\">80.0 µs, +12.5 %</a>");
        assertThat(places(page)).doesNotContain("older");
        assertThat(page).contains("<tr id=\"newer\">", "<tr id=\"older\">");
    }

    @ParameterizedTest
    @MethodSource("otherCells")
    void putsOnlyWhatIsAlikeSideBySide(Map<String, Object> asked) {
        String page =
                page(new SitePage.Entry("newer", run(asked, 12.5)), new SitePage.Entry("older", run(Map.of(), 37.5)));
        assertThat(places(page))
                .contains("title=\"older\">80.0 µs, +37.5 %</a>")
                .doesNotContain("newer");
        assertThat(page).contains("<tr id=\"newer\">");
    }

    @Test
    void namesOfFoldersAreText() {
        String page = page(new SitePage.Entry("<img src=x>\"&'#?", run(Map.of(), 12.5)));
        String text = "&lt;img src&#x3D;x&gt;&quot;&amp;&#39;#?";
        String link = "href=\"%3Cimg%20src%3Dx%3E%22%26%27%23%3F/report.html\"";
        assertThat(places(page)).contains(link, "title=\"" + text + "\"");
        assertThat(page).contains("<tr id=\"" + text + "\"><td><a " + link + ">" + text + "</a>");
        assertThat(page.substring(0, page.indexOf("<script"))).doesNotContain("<img src=x");
    }
}
