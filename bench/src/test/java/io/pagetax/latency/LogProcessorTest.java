package io.pagetax.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Results;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import io.pagetax.result.RunFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.HdrHistogram.HistogramLogProcessor;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HdrHistogram's own program, as its users start it, on the log of a run that took place. */
class LogProcessorTest {

    private static final double PRECISION_PERCENT = 0.1;

    @TempDir
    Path folder;

    private static RunFiles run;
    private static Path log;

    @BeforeAll
    static void read() throws IOException {
        run = RunFiles.read(Results.run("quick-ext4-virtio"));
        log = run.intervals().orElseThrow();
    }

    @Test
    void listsTheTagsOfEveryRow() throws Exception {
        assertThat(process("-listtags").lines())
                .containsAll(run.run().rows().stream()
                        .flatMap(row -> Stream.of(tag(row), row.id() + ".hiccup"))
                        .toList());
    }

    @Test
    void addsUpTheIntervalsOfARowToItsDistribution() throws Exception {
        Row row = run.run().rows().get(0);
        Percentiles times = Objects.requireNonNull(row.latencyNs());
        assertThat(process("-tag", tag(row), "-outputValueUnitRatio", "1"))
                .containsPattern("Total count +=\\s+" + times.count() + "\\]")
                .containsPattern("#\\[Max +=\\s+" + times.max() + "\\.");
    }

    @Test
    void findsTheSamePercentilesAsTheRecordInCsv() throws Exception {
        for (Row row : run.run().rows()) {
            Path out = folder.resolve(row.id());
            process("-tag", tag(row), "-csv", "-outputValueUnitRatio", "1", "-o", out.toString());
            Map<String, Double> sums = lastLine(out);
            Percentiles times = Objects.requireNonNull(row.latencyNs());
            assertThat(sums).containsEntry("Total_Count", (double) times.count());
            assertAlike(sums, "Total_50%", times.p50());
            assertAlike(sums, "Total_90%", times.p90());
            assertAlike(sums, "Total_99%", times.p99());
            assertAlike(sums, "Total_99.9%", times.p999());
            assertAlike(sums, "Total_Max", times.max());
            assertThat(folder.resolve(row.id() + ".hgrm"))
                    .content()
                    .contains("\"Value\",\"Percentile\",\"TotalCount\",\"1/(1-Percentile)\"");
        }
    }

    private static void assertAlike(Map<String, Double> sums, String column, @Nullable Long percentile) {
        double nanos = Objects.requireNonNull(percentile);
        assertThat(sums.get(column)).as(column).isCloseTo(nanos, Percentage.withPercentage(PRECISION_PERCENT));
    }

    private static Map<String, Double> lastLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        String[] names = lines.get(0).replace("\"", "").split(",", -1);
        String[] values = lines.get(lines.size() - 1).split(",", -1);
        Map<String, Double> found = new HashMap<>();
        for (int column = 0; column < names.length; column++) {
            found.put(names[column], Double.parseDouble(values[column]));
        }
        return found;
    }

    private static String tag(Row row) {
        return row.id() + ".read.service";
    }

    /** With nothing but its own library. */
    private static String process(String... options) throws IOException, InterruptedException, URISyntaxException {
        Path library = Path.of(HistogramLogProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                library.toString(),
                "org.HdrHistogram.HistogramLogProcessor",
                "-i",
                log.toString()));
        command.addAll(Arrays.asList(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
