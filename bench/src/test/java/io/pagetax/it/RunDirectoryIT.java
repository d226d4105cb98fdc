package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pagetax.latency.IntervalLog;
import io.pagetax.result.Calibration;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.RunRecordCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run on the build's disk, and all that it leaves. */
class RunDirectoryIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Commands.Outcome outcome;
    private static Path out;
    private static Run run;

    @BeforeAll
    static void measure() throws Exception {
        Files.createDirectory(folder.resolve("target"));
        out = folder.resolve("out");
        outcome = Undisturbed.run(
                folder,
                "out",
                Commands.pagetax(
                        "run",
                        "--target=disk=target",
                        "--out=out",
                        "--json",
                        "--size=32m",
                        "--path=direct,buffered,mmap",
                        "--cache=uncached,mixed:50,cached",
                        "--warmup=100ms",
                        "--runtime=1200ms",
                        "--rounds=2",
                        "--randseed=7"));
        run = RunRecords.read(out);
    }

    @Test
    void standardOutputIsTheRecordAndNothingElse() throws Exception {
        assertThat(outcome.exit()).isZero();
        assertThat(MAPPER.readTree(outcome.out()))
                .isEqualTo(MAPPER.readTree(out.resolve("run.json").toFile()));
    }

    @Test
    void recordIsWhatItsSchemaSays() throws IOException {
        RunRecordCheck.assertValid(out.resolve("run.json"));
    }

    @Test
    void tablesForOtherProgramsHaveEveryRow() throws IOException {
        assertThat(Files.readAllLines(out.resolve("rows.csv"))).hasSize(10);
        assertThat(Files.readString(out.resolve("metrics.txt"))).endsWith("# EOF\n");
        for (String file : List.of("rows.csv", "rows.md", "metrics.txt")) {
            assertThat(out.resolve(file))
                    .content()
                    .contains(run.rows().stream().map(Row::id).toList());
        }
    }

    @Test
    void everyRowIsVerifiedAndHasBothSamples() {
        assertThat(run.rows()).hasSize(9).allSatisfy(row -> {
            assertThat(row.verdict()).as(row.id()).isEqualTo("verified");
            assertThat(row.samples()).isEqualTo(2);
            assertThat(Objects.requireNonNull(row.iops()).lo95()).isNull();
        });
        assertThat(run.status()).isEqualTo("complete");
    }

    @Test
    void harnessIsCalibratedAndItsCostIsSmall() {
        Calibration calibration = Objects.requireNonNull(run.calibration());
        assertThat(calibration.delay().reasons()).isEmpty();
        assertThat(calibration.delay().issued())
                .isPositive()
                .isEqualTo(calibration.delay().recorded());
        assertThat(calibration.harness().nsPerOp()).isBetween(5.0, 5000.0);
        assertThat(calibration.harness().latencyNs().count()).isGreaterThan(100_000);
        assertThat(calibration.clock().nsPerCall()).isBetween(1.0, 5000.0);
        assertThat(calibration.clock().stepNs()).isPositive();
    }

    @Test
    void residencyAndDeviceBytesAreWhatTheNamesSay() {
        long pages = (32L << 20) / 4096;
        Row mixed = RunRecords.row(run, "buffered-mixed50");
        assertThat(Objects.requireNonNull(mixed.evidence()).expectedPagesBefore())
                .isEqualTo(pages / 2);
        Row cached = RunRecords.row(run, "mmap-cached");
        assertThat(Objects.requireNonNull(cached.evidence()).residentPagesAfter())
                .isBetween(pages * 99 / 100, pages);
        Row direct = RunRecords.row(run, "direct-uncached");
        assertThat(Objects.requireNonNull(direct.evidence()).deviceReadBytes())
                .isEqualTo(direct.evidence().requestedBytes());
    }

    @Test
    void intervalsOfTheLogSumUpToTheCountsOfTheRecord() throws Exception {
        List<Histogram> intervals = IntervalLog.read(out.resolve("latency.hlog"));
        for (Row row : run.rows()) {
            String tag = row.id() + ".read.service";
            List<Histogram> own =
                    intervals.stream().filter(each -> tag.equals(each.getTag())).toList();
            long count = own.stream().mapToLong(Histogram::getTotalCount).sum();
            assertThat(count).isEqualTo(Objects.requireNonNull(row.latencyNs()).count());
            assertThat(own).as("an interval a second at least").hasSizeGreaterThanOrEqualTo(4);
        }
    }

    /** Of a thread that sleeps a millisecond at a time, and of which a busy machine takes some. */
    @Test
    void theLogHoldsHiccupsOnTheSameTimeLine() throws Exception {
        List<Histogram> intervals = IntervalLog.read(out.resolve("latency.hlog"));
        Row row = run.rows().get(0);
        List<Histogram> operations = intervals.stream()
                .filter(each -> (row.id() + ".read.service").equals(each.getTag()))
                .toList();
        List<Histogram> hiccups = intervals.stream()
                .filter(each -> (row.id() + ".hiccup").equals(each.getTag()))
                .toList();
        assertThat(hiccups).isNotEmpty();
        assertThat(hiccups.get(0).getTotalCount()).isBetween(10L, 1000L);
        assertThat(hiccups.get(0).getStartTimeStamp())
                .isBetween(
                        operations.get(0).getStartTimeStamp() - 5_000,
                        operations.get(0).getEndTimeStamp());
    }

    @Test
    void histogramProcessorOfTheFormatReadsTheLog() throws Exception {
        Commands.Outcome processed = Commands.run(
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("pagetax.jar", ""),
                        "org.HdrHistogram.HistogramLogProcessor",
                        "-i",
                        out.resolve("latency.hlog").toString(),
                        "-tag",
                        run.rows().get(0).id() + ".read.service"));

        assertThat(processed.exit()).isZero();
        assertThat(processed.out()).contains("#[StartTime", "1/(1-Percentile)", "#[Mean");
    }

    @Test
    void distributionOfEachRowIsInMicroseconds() throws Exception {
        for (Row row : run.rows()) {
            String text = Files.readString(out.resolve(Objects.requireNonNull(row.histogram())));
            assertThat(text).contains("microseconds", "#[Mean", "#[Max");
            double max = Double.parseDouble(text.substring(text.indexOf("#[Max     =") + 11)
                    .split(",", 2)[0]
                    .strip());
            double recorded = Objects.requireNonNull(row.latencyNs()).max() / 1000.0;
            assertThat(max).isBetween(recorded * 0.99, recorded * 1.01);
        }
    }

    @Test
    void jmhResultAgreesWithOurs() throws IOException {
        JsonNode results = MAPPER.readTree(out.resolve("jmh.json").toFile());
        assertThat(results).hasSize(9);
        for (JsonNode result : results) {
            JsonNode samples = result.at("/primaryMetric/rawData");
            assertThat(samples).hasSize(2);
            String path = result.at("/params/path").asText();
            String cache = result.at("/params/cache").asText().replace(":", "");
            Row row = RunRecords.row(run, path + "-" + cache);
            double score = result.at("/primaryMetric/score").asDouble();
            assertThat(score)
                    .as(row.id())
                    .isCloseTo(Objects.requireNonNull(row.iops()).median(), Percentage.withPercentage(6));
        }
    }

    @Test
    void dataFileIsGone() throws IOException {
        assertThat(RunRecords.names(folder.resolve("target"))).isEmpty();
        assertThat(RunRecords.names(out)).contains("rows.jsonl", "report.html").doesNotContain("jmh.log");
    }

    @Test
    void reportOpensInABrowserAndShowsEveryRow() throws Exception {
        Requirements.program("chromium");
        Commands.Outcome page = Commands.run(
                folder,
                List.of(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("chromium"),
                        "--dump-dom",
                        out.resolve("report.html").toUri().toString()));

        assertThat(page.exit()).isZero();
        assertThat(page.out()).contains("an uncached 4 KiB random read costs", "verified");
        assertThat(run.rows()).allSatisfy(row -> assertThat(page.out()).contains("id=\"" + row.id() + "\""));
    }
}
