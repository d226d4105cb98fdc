package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a run as people see it, in a real browser. */
class ReportPageIT {

    private static final Path RESULTS = Path.of("..", "results");
    private static final String DIRECT = "xfs-zram-randread-4k-direct-uncached";

    /** Shapes in a colour of a series that take up room. */
    private static final String MARKS = """
            const grey = /^(#9aa4af|#57606a|#3a434e|#d0d7de|#e6edf3|#1b1f24|#fff|#ffffff|#10141a|none|transparent|)$/i;
            const coloured = (shape, name) => !grey.test(shape.getAttribute(name) || '');
            const marks = [...arguments[0].querySelectorAll('svg path, svg rect, svg circle, svg polyline, svg polygon, svg line')]
                .filter((shape) => coloured(shape, 'fill') || coloured(shape, 'stroke'))
                .filter((shape) => { const box = shape.getBoundingClientRect(); return box.width + box.height > 2; });
            """;

    /** Percent of a figure's width; names beside it may take half of a phone. */
    private static final long LEAST_SPREAD = 25;

    /** A figure with fewer marks shows nothing; axes and legend are no marks. */
    private static final int FEWEST_MARKS = 3;

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path quick;
    private static Path targets;
    private static Path diff;
    private static Path site;

    @BeforeAll
    static void renderAndStart() throws IOException {
        browser = Browser.start(folder);
        quick = render("quick-xfs-zram");
        targets = render("compare-loop");
        diff = folder.resolve("diff.html");
        made("diff", results("quick-xfs-zram"), results("tax-xfs-zram"), "--html", diff.toString());
        site = folder.resolve("site/index.html");
        made("publish", results(""), "--out", folder.resolve("site").toString(), "--anonymise");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String results(String run) {
        return RESULTS.resolve(run).toAbsolutePath().normalize().toString();
    }

    private static void made(String... command) throws IOException {
        Commands.Outcome outcome = Commands.run(folder, Commands.pagetax(command));
        assertThat(outcome.exit()).as(outcome.err()).isIn(0, 4);
    }

    /** By the command, into a folder of its own. */
    private static Path render(String run) throws IOException {
        Path out = folder.resolve(run);
        Commands.Outcome outcome =
                Commands.run(folder, Commands.pagetax("report", results(run), "--out", out.toString()));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out().strip()).isEqualTo(out.resolve("report.html").toString());
        return out.resolve("report.html");
    }

    @ParameterizedTest
    @CsvSource({
        "quick, 1600, false, 6",
        "quick, 390, true, 6",
        "targets, 1600, true, 6",
        "targets, 390, false, 6",
        "diff, 1600, false, 1",
        "diff, 390, true, 1",
        "site, 1600, true, 1",
        "site, 390, false, 1"
    })
    void drawsEveryFigureAndAsksForNothing(String name, int width, boolean dark, int least) throws IOException {
        browser.look(width, 900, dark);
        Path page = Map.of("quick", quick, "targets", targets, "diff", diff, "site", site)
                .getOrDefault(name, quick);
        browser.open(page, "");
        List<WebElement> figures = browser.findAll("figure[data-figure]");
        assertThat(figures).hasSizeGreaterThanOrEqualTo(least);
        for (WebElement figure : figures) {
            browser.script("arguments[0].scrollIntoView()", figure);
            browser.await("return arguments[0].querySelector('svg') !== null", figure);
            assertThat(marks(figure)).as(figure.getDomAttribute("id")).isGreaterThanOrEqualTo(FEWEST_MARKS);
            assertThat(spread(figure)).as(figure.getDomAttribute("id")).isGreaterThanOrEqualTo(LEAST_SPREAD);
        }
        assertThat(browser.script("const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
                .as("nothing is wider than the screen")
                .isEqualTo(0L);
        assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(dark ? "rgb(16, 20, 26)" : "rgb(255, 255, 255)");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(page.toUri().toString());
        browser.screenshot(name + "-" + width + (dark ? "-dark" : "-light"));
    }

    private static Path page(String name) {
        return Map.of("quick", quick, "targets", targets, "diff", diff, "site", site)
                .getOrDefault(name, quick);
    }

    private static long marks(WebElement figure) {
        return (long) browser.script(MARKS + "return marks.length;", figure);
    }

    /** Of the figure's width, in percent, that its marks lie in; the legend is below. */
    private static long spread(WebElement figure) {
        return (long) browser.script(MARKS + """
                const frame = arguments[0].querySelector('svg').getBoundingClientRect();
                const boxes = marks.map((mark) => mark.getBoundingClientRect()).filter((box) => box.bottom < frame.bottom - 34);
                const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
                return Math.round(100 * width / frame.width);
                """, figure);
    }

    @Test
    void sortsRowsByWhatTheyAreNotByHowTheyAreWritten() {
        browser.look(1600, 900, false);
        browser.open(quick, "");
        WebElement heading = browser.find("#rows th:nth-child(2) button");
        heading.click();
        List<Double> up = values();
        assertThat(up).hasSize(9).isSorted();
        heading.sendKeys(Keys.ENTER);
        assertThat(values()).containsExactlyElementsOf(reversed(up));
        assertThat(browser.find("#rows th:nth-child(2)").getDomAttribute("aria-sort"))
                .isEqualTo("descending");
    }

    private static List<Double> values() {
        return browser.findAll("#rows tbody tr td:nth-child(2)").stream()
                .map(cell -> Double.valueOf(String.valueOf(cell.getDomAttribute("data-value"))))
                .toList();
    }

    private static List<Double> reversed(List<Double> values) {
        return values.stream().sorted((a, b) -> Double.compare(b, a)).toList();
    }

    @Test
    void filtersRowsByWords() {
        browser.look(1600, 900, false);
        browser.open(quick, "");
        browser.find("[data-filters=rows]").sendKeys("MMAP cached");
        assertThat(shownRows()).allMatch(id -> id.contains("mmap")).hasSize(2);
        assertThat(browser.find(".tools [role=status]").getText()).isEqualTo("2 of 9");
        browser.follow("#" + DIRECT);
        browser.await("return !document.getElementById(arguments[0]).hidden", DIRECT);
        assertThat(shownRows()).as("a link to a row that is not shown shows it").hasSize(9);
    }

    private static List<String> shownRows() {
        return browser.findAll("#rows tbody tr").stream()
                .filter(WebElement::isDisplayed)
                .map(row -> String.valueOf(row.getDomAttribute("id")))
                .toList();
    }

    @Test
    void showsExactValuesUnderThePointer() {
        browser.look(1600, 900, false);
        browser.open(quick, "#fig-taxes");
        browser.await("return document.querySelector('#fig-taxes svg') !== null");
        WebElement point = browser.findAll("#fig-taxes svg path").stream()
                .filter(path -> List.of("#d55e00", "#0072b2").contains(String.valueOf(path.getDomAttribute("fill"))))
                .findFirst()
                .orElseThrow();
        browser.hand().moveToElement(point).perform();
        browser.await(
                "return [...document.querySelectorAll('#fig-taxes .tip')].some((tip) => /\\d+\\.\\d+ % \\(/.test(tip.textContent))");
    }

    @Test
    void leadsToRowsAndToFigures() {
        browser.look(1600, 900, false);
        browser.open(quick, "#" + DIRECT);
        assertThat(isInView(browser.find("#rows tr:target"))).isTrue();
        String row = "xfs-zram-randread-4k-mmap-cached";
        browser.open(quick, "#fig-latency-over-time/" + row);
        WebElement figure = browser.find("#fig-latency-over-time");
        assertThat(isInView(figure)).isTrue();
        assertThat(browser.script("return arguments[0].querySelector('select').selectedOptions[0].label", figure))
                .isEqualTo(row);
        browser.find("#fig-latency-over-time summary").click();
        assertThat(browser.findAll("#fig-latency-over-time details tr")).hasSizeGreaterThan(10);
    }

    private static boolean isInView(WebElement element) {
        return Boolean.TRUE.equals(browser.script(
                "const box = arguments[0].getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight",
                element));
    }

    @Test
    void givesBackTheFilesThatItHolds() throws IOException {
        browser.look(1600, 900, false);
        browser.open(quick, "");
        for (String name : List.of("run.json", DIRECT + ".hgrm", "latency.hlog")) {
            browser.script("document.querySelector(`[data-file=\"${arguments[0]}\"]`).click()", name);
            assertThat(browser.download(name))
                    .hasSameBinaryContentAs(RESULTS.resolve("quick-xfs-zram").resolve(name));
        }
    }

    @Test
    void savesFiguresForPapers() throws Exception {
        browser.look(1600, 900, false);
        browser.open(quick, "#fig-percentiles");
        browser.await("return document.querySelector('#fig-percentiles svg') !== null");
        browser.find("#fig-percentiles [data-save=svg]").click();
        browser.find("#fig-percentiles [data-save=png]").click();
        Path svg = browser.download("percentiles.svg");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(svg.toFile())
                        .getElementsByTagName("path")
                        .getLength())
                .isGreaterThan(FEWEST_MARKS);
        assertThat(Files.readAllBytes(browser.download("percentiles.png")))
                .startsWith(0x89, 'P', 'N', 'G')
                .hasSizeGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({"quick, false", "targets, true", "diff, true", "site, false"})
    void canBeUsedByEverybody(String name, boolean dark) throws IOException {
        browser.look(1600, 900, dark);
        browser.open(page(name), "");
        assertThat(browser.obstacles()).isEmpty();
    }

    /** Everything that can be reached with the keyboard has a name. */
    @Test
    void tellsWhoCannotSeeItWhatThingsAre() {
        browser.look(1600, 900, false);
        browser.open(targets, "");
        Stream<WebElement> controls = browser.findAll("a[href], button, select, input, summary").stream();
        assertThat(controls.filter(WebElement::isDisplayed)
                        .filter(control ->
                                String.valueOf(control.getAccessibleName()).isBlank()))
                .isEmpty();
        assertThat(browser.findAll("figure[data-figure]"))
                .allSatisfy(figure -> assertThat(figure.findElements(
                                org.openqa.selenium.By.cssSelector(".plot[role=img][aria-label], details")))
                        .hasSize(2));
    }

    @Test
    void leadsFromTheSiteToARun() {
        browser.look(1600, 900, false);
        browser.open(site, "");
        browser.find("#rows a[href='quick-xfs-zram/report.html']").click();
        browser.await("return document.title.startsWith('pagetax: ') && document.getElementById('rows') !== null"
                + " && document.getElementById('cells') !== null");
    }

    @Test
    void givesFioAJobThatItTakes() throws IOException {
        Requirements.program("fio");
        Commands.system(
                folder, "fio", "--parse-only", quick.resolveSibling("cells.fio").toString());
    }

    @Test
    void isSmallEnoughToSend() throws IOException {
        assertThat(Files.size(quick)).isLessThan(3_000_000);
    }
}
