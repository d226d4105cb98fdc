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

    @Test
    void keepsTheMarginByWhichPlottersKnowRowsBelowTenSeconds() throws IOException {
        Histogram nanos = LatencyRecorder.newHistogram();
        nanos.recordValue(9_980_000_000L);
        assertThat(rows(lines(nanos))).isNotEmpty().allMatch(row -> row.startsWith(" "));
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
