package io.pagetax.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.Locales;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HgrmTest {

    @TempDir
    Path folder;

    @Test
    void namesItsContentsAndTheirUnitAboveTheHeader() throws IOException {
        List<String> lines = lines(hundredMicros());
        assertThat(lines.get(0)).isEqualTo("#[some row, service time; values in microseconds]");
        assertThat(lines.get(1).strip().split(" +"))
                .containsExactly("Value", "Percentile", "TotalCount", "1/(1-Percentile)");
    }

    @Test
    void givesValuesInMicroseconds() throws IOException {
        List<String> rows = rows(lines(hundredMicros()));
        assertThat(rows.get(0).strip().split(" +")).startsWith("1.000", "0.000000000000");
        assertThat(rows)
                .anySatisfy(row -> assertThat(row.strip().split(" +"))
                        .startsWith("50.015", "0.500000000000")
                        .hasSize(4));
        assertThat(rows.get(rows.size() - 1).strip().split(" +")).containsExactly("100.031", "1.000000000000", "100");
    }

    @Test
    void endsWithTheLinesThatPlottersLookFor() throws IOException {
        List<String> lines = lines(hundredMicros());
        assertThat(lines)
                .anyMatch(line -> line.matches("#\\[Mean +=  +50\\.5\\d\\d, StdDeviation +=  +28\\.8\\d\\d\\]"));
        assertThat(lines).anyMatch(line -> line.matches("#\\[Max +=  +100\\.\\d\\d\\d, Total count +=  +100\\]"));
        assertThat(lines.get(lines.size() - 1)).startsWith("#[Buckets");
    }

    /** As hdr-plot finds rows; the format's own column for values is full at ten seconds. */
    @ParameterizedTest
    @ValueSource(longs = {1_000, 9_980_000_000L, 10_000_000_000L, 1_000_000_000_000L, LatencyRecorder.HIGHEST_NANOS})
    void keepsTheMarginByWhichPlottersKnowRowsUpToAnHour(long longest) throws IOException {
        Histogram nanos = LatencyRecorder.newHistogram();
        nanos.recordValueWithCount(1_000, 100);
        nanos.recordValue(longest);
        List<String> lines = lines(nanos);
        List<String> rows = rows(lines);
        assertThat(rows).isNotEmpty().allMatch(row -> row.startsWith(" "));
        assertThat(rows.subList(0, rows.size() - 1))
                .allMatch(row -> row.matches("\\s+[0-9.]+\\s+[0-9.]+\\s+[0-9]+\\s+[0-9.]+"));
        assertThat(rows)
                .extracting(row -> row.indexOf('.'))
                .as("columns stay in line")
                .containsOnly(lines.get(1).indexOf("Value") + "Value".length() - ".000".length());
        assertThat(Double.parseDouble(rows.get(rows.size() - 1).strip().split(" +", -1)[0]) * 1000)
                .isBetween(longest * 0.999, longest * 1.001 + 1);
    }

    /** As HdrHistogram's plotFiles.html finds them: the last row has no fourth field, so it is not drawn. */
    @Test
    void hasFourFieldsInEveryRowButTheLast() throws IOException {
        List<String> rows = rows(lines(hundredMicros()));
        assertThat(rows.subList(0, rows.size() - 1)).allMatch(row -> row.trim().split("[ ]+", -1).length == 4);
    }

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void isTheSameInEveryLocale(Locale locale) throws Exception {
        assertThat(Locales.in(locale, () -> lines(hundredMicros()))).isEqualTo(lines(hundredMicros()));
        assertThat(Locales.in(locale, () -> rows(lines(hundredMicros())))).noneMatch(row -> row.contains(","));
    }

    @Test
    void replacesAnOlderFile() throws IOException {
        lines(LatencyRecorder.newHistogram());
        assertThat(rows(lines(hundredMicros()))).hasSizeGreaterThan(10);
    }

    @Test
    void failsIfTheDiskIsFull() {
        Path full = Path.of("/dev/full");
        assumeThat(full).isWritable();
        assertThatThrownBy(() -> Hgrm.write(hundredMicros(), "some row", full)).isInstanceOf(IOException.class);
    }

    private List<String> lines(Histogram nanos) throws IOException {
        Path file = folder.resolve("row.hgrm");
        Hgrm.write(nanos, "some row, service time", file);
        return Files.readAllLines(file);
    }

    private static List<String> rows(List<String> lines) {
        return lines.stream()
                .skip(2)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** 1, 2, 3 … 100 µs. */
    private static Histogram hundredMicros() {
        Histogram nanos = LatencyRecorder.newHistogram();
        for (int micros = 1; micros <= 100; micros++) {
            nanos.recordValue(micros * 1000L);
        }
        return nanos;
    }
}
