package io.pagetax.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pagetax.latency.IntervalLog;
import io.pagetax.latency.LatencyRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionsTest {

    private static final long START = 1_800_000_000_000L;

    @TempDir
    Path folder;

    private final List<Histogram> intervals = new ArrayList<>();

    private void interval(String tag, long startMillis, long millis, long... nanos) {
        Histogram interval = LatencyRecorder.newHistogram();
        interval.setTag(tag);
        interval.setStartTimeStamp(START + startMillis);
        interval.setEndTimeStamp(START + startMillis + millis);
        for (long value : nanos) {
            interval.recordValue(value);
        }
        intervals.add(interval);
    }

    private Distributions distributions() throws IOException {
        Path file = folder.resolve("latency.hlog");
        try (IntervalLog log = IntervalLog.append(file)) {
            for (Histogram interval : intervals) {
                log.write(interval);
            }
        }
        return Distributions.read(file);
    }

    private static Histogram of(long... nanos) {
        Histogram histogram = LatencyRecorder.newHistogram();
        for (long value : nanos) {
            histogram.recordValue(value);
        }
        return histogram;
    }

    @Test
    void addsTheIntervalsOfARowUpByKind() throws IOException {
        interval("disk-1.5-read.read.service", 0, 1000, 80_000, 81_000);
        interval("disk-1.5-read.read.hit", 0, 1000, 80_000);
        interval("other.write.service", 0, 1000, 5);
        interval("disk-1.5-read.read.service", 1000, 1000, 5_000, 3_600_000_000_000L);
        interval("disk-1.5-read.read.miss", 0, 1000);
        RowDistribution row = distributions().of("disk-1.5-read").orElseThrow();
        assertThat(row.histogram(Kind.SERVICE)).contains(of(80_000, 81_000, 5_000, 3_600_000_000_000L));
        assertThat(row.histogram(Kind.HIT)).contains(of(80_000));
        assertThat(row.histogram(Kind.MISS)).isEmpty();
        assertThat(row.histogram(Kind.RESPONSE)).isEmpty();
    }

    @Test
    void manyRowsAreSharedAmongReaders() throws IOException {
        for (int round = 0; round < 3; round++) {
            for (int row = 0; row < 50; row++) {
                interval("row" + row + ".read.service", 1000L * round, 1000, row, 100 + round);
                interval("row" + row + ".hiccup", 1000L * round, 1000, 1000 + row);
            }
        }
        Distributions distributions = distributions();
        for (int row = 0; row < 50; row++) {
            RowDistribution one = distributions.of("row" + row).orElseThrow();
            assertThat(one.histogram(Kind.SERVICE)).contains(of(row, row, row, 100, 101, 102));
            assertThat(one.heatMap().columns()).hasSize(3);
            assertThat(one.heatMap().columns())
                    .extracting(HeatMap.Column::startSeconds)
                    .isSorted();
        }
    }

    @Test
    void tellsWhichLineIsBroken() throws IOException {
        interval("row.read.service", 0, 1000, 1);
        interval("row.read.service", 1000, 1000, 1);
        interval("row.read.service", 2000, 1000, 1);
        distributions();
        Path file = folder.resolve("latency.hlog");
        Files.writeString(file, Files.readString(file).replace("1800000001.000,", "soon,"));
        assertThatThrownBy(() -> Distributions.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("latency\\.hlog, line \\d+: .*soon.*");
    }

    @Test
    void leavesOutWhatIsNoRows() throws IOException {
        interval("", 0, 1000, 1);
        interval("hiccup", 0, 1000, 1);
        interval("row.read.unheard-of", 0, 1000, 1);
        Distributions distributions = distributions();
        assertThat(distributions.of("row")).isEmpty();
        assertThat(distributions.of("")).isEmpty();
    }

    @Test
    void showsLatenciesOverTheMeasuredTime() throws IOException {
        interval("row.read.service", 0, 1000, 1000, 1000, 4000);
        interval("row.read.service", 1000, 500, 1000);
        interval("row.read.service", 9000, 1000, 64_000);
        interval("row.hiccup", 3, 990, 7_000, 70_000);
        interval("row.hiccup", 9002, 990, 123);
        interval("row.gc", 1003, 400, 2_000_000);
        HeatMap map = distributions().of("row").orElseThrow().heatMap();
        assertThat(map.intervalsAColumn()).isEqualTo(1);
        List<HeatMap.Column> columns = map.columns();
        assertThat(columns)
                .extracting(HeatMap.Column::startSeconds)
                .containsExactly(START / 1e3, START / 1e3 + 1, START / 1e3 + 9);
        assertThat(columns).extracting(HeatMap.Column::lengthSeconds).containsExactly(1.0, 0.5, 1.0);
        assertThat(columns).extracting(HeatMap.Column::beginsSample).containsExactly(false, false, true);
        assertThat(columns.get(0).firstBucket()).isEqualTo(HeatMap.bucketOf(1000));
        assertThat(columns.get(0).counts()).containsExactly(2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(columns.get(2).counts()).containsExactly(1L);
        assertThat(columns.get(0).hiccupNanos()).isBetween(69_900L, 70_000L);
        assertThat(columns.get(1).hiccupNanos()).isZero();
        assertThat(columns.get(1).collectionNanos()).isBetween(1_998_000L, 2_000_000L);
    }

    @Test
    void hasNoMoreColumnsThanCanBeToldApartAndLosesNothing() throws IOException {
        for (int i = 0; i < 1000; i++) {
            interval("row.read.service", i * 1000L, 1000, 1000 + i, 2_000_000 / (i + 1));
        }
        HeatMap map = distributions().of("row").orElseThrow().heatMap();
        assertThat(map.columns()).hasSizeBetween(HeatMapBuilder.MOST_COLUMNS / 2, HeatMapBuilder.MOST_COLUMNS);
        assertThat(map.columns().stream()
                        .flatMap(column -> column.counts().stream())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(2000);
        assertThat(map.columns().stream()
                        .mapToDouble(HeatMap.Column::lengthSeconds)
                        .sum())
                .isEqualTo(1000);
        assertThat(map.columns().get(0).lengthSeconds()).isEqualTo(map.intervalsAColumn());
    }

    @Test
    void countsATimeInTheBucketThatHoldsIt() {
        for (long nanos : new long[] {1, 2, 3, 999, 1000, 81_234, 3_600_000_000_000L}) {
            int bucket = HeatMap.bucketOf(nanos);
            assertThat((double) nanos).isBetween(HeatMap.lowerNanos(bucket), HeatMap.lowerNanos(bucket + 1));
        }
    }
}
