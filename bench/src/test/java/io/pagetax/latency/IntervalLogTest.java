package io.pagetax.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.Locales;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogProcessor;
import org.HdrHistogram.HistogramLogReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntervalLogTest {

    private static final String TAG = "disk-randread-4k-direct-uncached.read.service";
    /** In the past, where intervals lie when they are written; times long ago would be taken for relative ones. */
    private static final long START = (System.currentTimeMillis() / 1000 - 10) * 1000 + 123;

    @TempDir
    Path folder;

    @Test
    void readsBackEveryIntervalWithItsTagAndTimes() throws IOException {
        Path file = folder.resolve("latency.hlog");
        List<Histogram> written = List.of(interval(TAG, 0, 1000), interval("other", 1, 500), interval(TAG, 2, 1));
        write(file, written);
        List<Histogram> read = IntervalLog.read(file);
        assertThat(read).isEqualTo(written);
        assertThat(read).extracting(Histogram::getTag).containsExactly(TAG, "other", TAG);
        assertThat(read).extracting(Histogram::getStartTimeStamp).containsExactly(START, START + 1000, START + 2000);
        assertThat(read)
                .extracting(Histogram::getEndTimeStamp)
                .containsExactly(START + 999, START + 1999, START + 2999);
    }

    @Test
    void keepsAnIntervalWithoutTagAndOneWithoutValues() throws IOException {
        Path file = folder.resolve("latency.hlog");
        Histogram empty = interval(TAG, 0, 0);
        Histogram untagged = interval(null, 1, 10);
        write(file, List.of(empty, untagged));
        assertThat(IntervalLog.read(file)).containsExactly(empty, untagged);
        assertThat(IntervalLog.read(file).get(1).getTag()).isNull();
    }

    @Test
    void writesTheHeadOnceHoweverOftenItIsOpened() throws IOException {
        Path file = folder.resolve("latency.hlog");
        for (int i = 0; i < 3; i++) {
            write(file, List.of(interval(TAG, i, 10)));
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).isEqualTo("#[Histogram log format version 1.3]");
        assertThat(lines.get(1)).startsWith("#").contains("ns", "s since the epoch", "ms");
        assertThat(lines.get(2)).startsWith("#[StartTime: ");
        assertThat(lines.get(3)).startsWith("\"StartTimestamp\"");
        assertThat(lines.subList(4, 7)).allMatch(line -> line.startsWith("Tag=" + TAG + ","));
        assertThat(IntervalLog.read(file)).hasSize(3);
    }

    @Test
    void writesTheHeadIntoAnEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("latency.hlog"));
        write(file, List.of());
        assertThat(file).content().startsWith("#[Histogram log format version 1.3]");
    }

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void isTheSameInEveryLocale(Locale locale) throws Exception {
        Path expected = folder.resolve("expected.hlog");
        Path file = folder.resolve("latency.hlog");
        write(expected, List.of(interval(TAG, 0, 100)));
        Locales.in(locale, () -> {
            write(file, List.of(interval(TAG, 0, 100)));
            return null;
        });
        assertThat(withoutStartTime(file)).isEqualTo(withoutStartTime(expected));
        assertThat(file).content().contains("," + START / 1000 + ".123,0.999,");
    }

    @Test
    void isUnderstoodByHdrHistogramsReader() throws IOException {
        Path file = folder.resolve("latency.hlog");
        write(file, List.of(interval(TAG, 0, 100), interval(TAG, 1, 200)));
        List<Long> counts = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            EncodableHistogram next = reader.nextIntervalHistogram();
            while (next != null) {
                counts.add(((Histogram) next).getTotalCount());
                next = reader.nextIntervalHistogram();
            }
        }
        assertThat(counts).containsExactly(100L, 200L);
    }

    @Test
    void isUnderstoodByHdrHistogramsLogProcessor() throws Exception {
        Path file = folder.resolve("latency.hlog");
        Path out = folder.resolve("processed");
        write(file, List.of(interval(TAG, 0, 100), interval("other", 1, 50), interval(TAG, 2, 200)));
        Thread processor =
                new HistogramLogProcessor(new String[] {"-i", file.toString(), "-o", out.toString(), "-tag", TAG});
        processor.start();
        processor.join();
        assertThat(folder.resolve("processed.hgrm"))
                .content()
                .containsPattern("Total count\\s+=\\s+300\\]")
                .contains("#[Mean");
        assertThat(Files.readAllLines(out).stream().filter(line -> line.contains(": I:")))
                .hasSize(2);
    }

    @Test
    void failsIfThereIsNoSuchFile() {
        assertThatThrownBy(() -> IntervalLog.read(folder.resolve("absent.hlog")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("absent.hlog");
    }

    @Test
    void failsIfTheDiskIsFull() {
        Path full = Path.of("/dev/full");
        assumeThat(full).isWritable();
        assertThatThrownBy(() -> write(full, List.of(interval(TAG, 0, 100)))).isInstanceOf(IOException.class);
    }

    private static List<String> withoutStartTime(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#[StartTime: "))
                .toList();
    }

    private static void write(Path file, List<Histogram> intervals) throws IOException {
        try (IntervalLog log = IntervalLog.append(file)) {
            for (Histogram interval : intervals) {
                log.write(interval);
            }
        }
    }

    private static Histogram interval(@Nullable String tag, int second, int values) {
        Histogram histogram = LatencyRecorder.newHistogram();
        histogram.setTag(tag);
        histogram.setStartTimeStamp(START + second * 1000L);
        histogram.setEndTimeStamp(START + second * 1000L + 999);
        SplittableRandom random = new SplittableRandom(second);
        for (int i = 0; i < values; i++) {
            histogram.recordValue(random.nextLong(1, 1_000_000_000));
        }
        return histogram;
    }
}
