package io.pagetax.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.distribution.Distributions;
import io.pagetax.latency.LatencyRecorder;
import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import io.pagetax.result.Json;
import io.pagetax.result.Params;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Records;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.RunFiles;
import io.pagetax.result.Runs;
import io.pagetax.result.TargetRuns;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** On runs that took place. */
class FiguresTest {

    private static final Path RESULTS = Path.of("..", "results");

    private static List<Drawing> of(String run) throws Exception {
        return Figures.of(Material.of(Json.read(RESULTS.resolve(run).resolve("run.json"))));
    }

    private static Document parse(Drawing drawing) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(drawing.svg())));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }

    private static List<String> words(Document document) {
        return elements(document, "text").stream()
                .map(text -> text.getTextContent().strip())
                .toList();
    }

    @Test
    void areAllOfThemForTheThoroughExperiment() throws Exception {
        assertThat(of("tax-xfs-zram"))
                .extracting(Drawing::name)
                .containsExactly(
                        "taxes",
                        "tax-by-block-size",
                        "tax-by-concurrency",
                        "tax-on-devices",
                        "hit-ratios",
                        "mixed-access");
    }

    @Test
    void areThoseThatASmallRunHasEnoughFor() throws Exception {
        assertThat(of("quick-xfs-zram"))
                .extracting(Drawing::name)
                .containsExactly("taxes", "tax-on-devices", "hit-ratios");
        assertThat(Figures.of(Material.of(Runs.of(List.of(), List.of())))).isEmpty();
    }

    private static List<Drawing> ofAllThatWasKept(String run) throws Exception {
        RunFiles files = RunFiles.read(RESULTS.resolve(run));
        return Figures.of(new Material(
                files.run(),
                files.samples(),
                Distributions.read(files.intervals().orElseThrow())));
    }

    private static Drawing named(List<Drawing> drawings, String name) {
        return drawings.stream()
                .filter(drawing -> drawing.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Every row's curve goes up, and through the percentiles that are recorded of it. */
    @Test
    void showWholeDistributions() throws Exception {
        Run run = Json.read(RESULTS.resolve("quick-xfs-zram").resolve("run.json"));
        Drawing percentiles = named(ofAllThatWasKept("quick-xfs-zram"), "percentiles");
        assertThat(percentiles.variants()).extracting(Variant::label).containsExactly("xfs-zram: randread 4k");
        Chart chart = percentiles.variants().get(0).chart();
        for (Row row : run.rows()) {
            String series = row.id().substring("xfs-zram-randread-4k-".length());
            List<Mark> curve =
                    chart.marks().filter(mark -> mark.series().equals(series)).toList();
            assertThat(curve).hasSizeGreaterThan(20).isSortedAccordingTo(Comparator.comparingDouble(Mark::y));
            Percentiles latency = Objects.requireNonNull(row.latencyNs());
            assertThat(curve.get(curve.size() - 1).y()).isEqualTo(latency.max() / 1e3);
            Mark median = curve.stream()
                    .filter(mark -> (double) mark.x() >= Math.log10(2) - 1e-9)
                    .findFirst()
                    .orElseThrow();
            assertThat(median.y()).isEqualTo(Objects.requireNonNull(latency.p50()) / 1e3);
        }
        assertThat(words(parse(percentiles))).contains("percentile", "99.99 %", "direct-uncached");
    }

    /** Nobody tells a hundred curves apart. */
    @Test
    void drawManyRowsInParts() throws Exception {
        RunFiles files = RunFiles.read(RESULTS.resolve("quick-xfs-zram"));
        List<Row> many = IntStream.range(0, 30)
                .mapToObj(i -> files.run().rows().get(i % files.run().rows().size()))
                .toList();
        Material material = new Material(with(files.run(), many, List.of()), files.samples(), Distributions.none());
        assertThat(new CourseOfRun().variants(material))
                .extracting(Variant::label)
                .containsExactly("xfs-zram: randread 4k, 1 of 2", "xfs-zram: randread 4k, 2 of 2");
    }

    /** The tail that single operations decide is drawn apart. */
    @Test
    void tellWhatIsSureFromWhatIsNot() {
        Histogram histogram = LatencyRecorder.newHistogram();
        histogram.recordValueWithCount(1000, 9990);
        histogram.recordValueWithCount(50_000, 10);
        Curve curve = Curve.of(histogram, "a", "disk");
        assertThat((double) curve.sure().get(curve.sure().size() - 1).x()).isBetween(2.9, 3.0);
        assertThat(curve.tail().get(0)).isEqualTo(curve.sure().get(curve.sure().size() - 1));
        assertThat((double) curve.tail().get(curve.tail().size() - 1).x()).isEqualTo(4, Offset.offset(1e-9));
        assertThat(curve.tail().get(curve.tail().size() - 1).y()).isEqualTo(50.015);
    }

    @Test
    void showTheSameCellOnEveryTarget() throws Exception {
        List<Variant> variants =
                named(ofAllThatWasKept("compare-loop"), "percentiles-by-target").variants();
        assertThat(variants).hasSizeGreaterThan(5);
        assertThat(variants.get(0).chart().inOnePanel()).isTrue();
        assertThat(variants.get(0).chart().targets()).contains("ext4", "xfs", "btrfs");
    }

    /** A point for each sample of each row, when it was taken. */
    @Test
    void showTheCourseOfARun() throws Exception {
        RunFiles files = RunFiles.read(RESULTS.resolve("quick-xfs-zram"));
        Chart course = named(ofAllThatWasKept("quick-xfs-zram"), "course")
                .variants()
                .get(0)
                .chart();
        List<Mark> points = course.layers().get(course.layers().size() - 1).marks();
        assertThat(points).hasSameSizeAs(files.samples());
        double minutes = Duration.between(
                                Instant.parse(files.run().startedAt()),
                                Instant.parse(files.run().endedAt()))
                        .toMillis()
                / 6e4;
        assertThat(points).allSatisfy(point -> assertThat((double) point.x()).isBetween(0.0, minutes));
        assertThat(points.stream().filter(point -> point.y() == 0).count())
                .as("the median sample of each row")
                .isGreaterThanOrEqualTo(files.run().rows().size());
    }

    @Test
    void areDocumentsThatNeedNothingFromElsewhere() throws Exception {
        for (Drawing drawing : of("tax-xfs-zram")) {
            Document document = parse(drawing);
            Element root = document.getDocumentElement();
            assertThat(root.getTagName()).isEqualTo("svg");
            assertThat(root.getAttribute("width")).isEqualTo("900.0");
            assertThat(drawing.svg()).doesNotContain("NaN", "<script", "href", "@import", "<image");
            assertThat(drawing.caption()).isNotBlank();
        }
    }

    /** Rows of another block size, and a control of reads through the cache, belong into none of the lines that are drawn. */
    @Test
    void leaveOutWhatDiffersInMoreThanTheyShow() throws Exception {
        Run run = Json.read(RESULTS.resolve("tax-xfs-zram").resolve("run.json"));
        List<Row> rows = new ArrayList<>(run.rows());
        run.rows().stream()
                .filter(row -> row.params().beside() != null)
                .map(FiguresTest::inLargeBlocks)
                .forEach(rows::add);
        List<Comparison> comparisons = new ArrayList<>(run.comparisons());
        String buffered = "xfs-zram-randread-4k-buffered-uncached";
        comparisons.add(new Comparison("control.aa", buffered, buffered, new Estimate(9, 8.0, 10.0), 7));
        List<Drawing> more = Figures.of(Material.of(with(run, rows, comparisons)));
        List<Drawing> plain = Figures.of(Material.of(run));
        assertThat(more)
                .extracting(Drawing::name)
                .isEqualTo(plain.stream().map(Drawing::name).toList());
        for (int i = 0; i < plain.size(); i++) {
            assertThat(words(parse(more.get(i)))).isEqualTo(words(parse(plain.get(i))));
            assertThat(elements(parse(more.get(i)), "circle")).hasSameSizeAs(elements(parse(plain.get(i)), "circle"));
        }
    }

    private static Row inLargeBlocks(Row row) {
        Params was = row.params();
        Params params = Records.with(was, "bs", 65_536);
        return Records.with(
                row, Map.of("id", row.id() + "-64k", "params", params, "nsPerOp", new Estimate(1e6, 9e5, 2e6)));
    }

    private static Run with(Run run, List<Row> rows, List<Comparison> comparisons) {
        return Records.with(run, Map.of("rows", rows, "comparisons", comparisons));
    }

    @Test
    void showNamesAsTextWhateverIsInThem() throws Exception {
        String hostile = "<script>alert(1)</script>&\"";
        Run run = Json.mapTexts(
                Json.read(RESULTS.resolve("tax-devices").resolve("run.json")),
                Run.class,
                (text, key) -> text.equals("xfs-loop") ? hostile : text);
        assertThat(Figures.of(Material.of(run))).hasSize(3).allSatisfy(drawing -> {
            assertThat(drawing.svg()).doesNotContain("<script");
            assertThat(words(parse(drawing))).contains(hostile);
        });
    }

    @Test
    void showWhatEveryCellTakesAgainstTheFirstTarget() throws Exception {
        String hostile = "<script>'a',\"b\"&</script>";
        List<Drawing> drawings = Figures.of(Material.of(TargetRuns.threeFileSystems("ext4", hostile, "btrfs")));
        assertThat(drawings).extracting(Drawing::name).containsExactly("side-by-side");
        Document document = parse(drawings.get(0));
        assertThat(drawings.get(0).svg()).doesNotContain("<script", "NaN");
        assertThat(words(document))
                .contains("time, times that of the first target", hostile, "btrfs")
                .containsOnlyOnce("randread-4k-direct-uncached", "randread-4k-buffered-uncached")
                .doesNotContain("ext4", "randread-4k-mmap-uncached");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            taxes             | change of the time, %                    | tax.strayPage
            tax-by-block-size | block size                               | tax.insertion
            tax-on-devices    | latency of a direct read on the device, µs | tax.lookup
            hit-ratios        | hit ratio, %                             | hybrid-cachestat
            mixed-access      | threads like it, % of all                | direct beside buffered
            tax-by-concurrency | change of the time, %                   | 2 threads
            """)
    void nameTheirAxesAndWhatIsDrawn(String name, String axis, String series) throws Exception {
        Drawing drawing = of("tax-xfs-zram").stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(words(parse(drawing))).contains(axis, series);
    }

    /** A point for every comparison of the first cell, where its change is. */
    @Test
    void haveAPointForEveryTax() throws Exception {
        Run run = Json.read(RESULTS.resolve("tax-devices").resolve("run.json"));
        Drawing taxes = Figures.of(Material.of(run)).get(0);
        assertThat(taxes.name()).isEqualTo("taxes");
        assertThat(elements(parse(taxes), "circle").size()
                        + elements(parse(taxes), "path").size())
                .isGreaterThanOrEqualTo(run.comparisons().size());
        assertThat(words(parse(taxes))).contains("ext4-loop", "xfs-loop", "btrfs-loop");
    }
}
