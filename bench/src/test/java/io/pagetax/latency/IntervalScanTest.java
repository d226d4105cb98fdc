package io.pagetax.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntervalScanTest {

    private static final double MILLIS_PER_SECOND = 1e3;

    @TempDir
    Path folder;

    private record Seen(String tag, double start, double length, Histogram histogram) {}

    private static List<Seen> scan(Path file) throws IOException {
        return scan(file, any -> true);
    }

    private static List<Seen> scan(Path file, Predicate<String> wanted) throws IOException {
        List<Seen> seen = new ArrayList<>();
        IntervalScan.scan(file, new IntervalScan.Visitor() {
            @Override
            public boolean wants(String tag) {
                return wanted.test(tag);
            }

            @Override
            public void interval(String tag, double startSeconds, double lengthSeconds, IntervalCounts counts) {
                Histogram histogram = LatencyRecorder.newHistogram();
                for (int i = 0; i < counts.size(); i++) {
                    histogram.recordValueWithCount(IntervalCounts.valueAt(counts.index(i)), counts.count(i));
                }
                seen.add(new Seen(tag, startSeconds, lengthSeconds, histogram));
            }
        });
        return seen;
    }

    /** From one nanosecond to an hour, one value or a hundred thousand, counts of one byte or of nine. */
    private static List<Histogram> intervals() {
        Random random = new Random(42);
        List<Histogram> intervals = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Histogram interval = LatencyRecorder.newHistogram();
            interval.setTag("row" + i % 3 + ".read.service");
            interval.setStartTimeStamp(1_800_000_000_000L + i * 1001L);
            interval.setEndTimeStamp(interval.getStartTimeStamp() + 1001);
            for (int value = 0; value < i * i * i; value++) {
                interval.recordValue(Math.round(Math.pow(LatencyRecorder.HIGHEST_NANOS, random.nextDouble())));
            }
            interval.recordValueWithCount(81_234, 1L << (i + 20));
            intervals.add(interval);
        }
        intervals.get(7).recordValueWithCount(0, 3);
        intervals.get(8).recordValueWithCount(LatencyRecorder.HIGHEST_NANOS, 1L << 61);
        return intervals;
    }

    private Path log(List<Histogram> intervals) throws IOException {
        Path file = folder.resolve("latency.hlog");
        try (IntervalLog log = IntervalLog.append(file)) {
            for (Histogram interval : intervals) {
                log.write(interval);
            }
        }
        return file;
    }

    @Test
    void seesWhatTheLibraryReads() throws IOException {
        Path file = log(intervals());
        List<Histogram> library = IntervalLog.read(file);
        List<Seen> seen = scan(file);
        assertThat(seen).hasSameSizeAs(library).hasSize(40);
        for (int i = 0; i < seen.size(); i++) {
            Histogram theirs = library.get(i);
            assertThat(seen.get(i).histogram).isEqualTo(theirs);
            assertThat(seen.get(i).tag).isEqualTo(theirs.getTag());
            assertThat(Math.round(seen.get(i).start * MILLIS_PER_SECOND)).isEqualTo(theirs.getStartTimeStamp());
            // The library cuts off what is less than a millisecond after it has multiplied by a thousand.
            assertThat(theirs.getEndTimeStamp() - theirs.getStartTimeStamp()).isBetween(1000L, 1001L);
            assertThat(seen.get(i).length).isEqualTo(1.001);
        }
    }

    @Test
    void passesOverWhatIsNotWanted() throws IOException {
        List<Seen> seen = scan(log(intervals()), tag -> tag.startsWith("row1"));
        assertThat(seen).hasSize(13).allMatch(one -> one.tag.equals("row1.read.service"));
    }

    @Test
    void readsLinesOfAnyLength() throws IOException {
        Histogram whole = LatencyRecorder.newHistogram();
        Random random = new Random(1);
        for (int index = 0; index < IntervalCounts.PLACES - (1 << LatencyRecorder.HALF_BUCKET_BITS); index++) {
            long value = Math.min(LatencyRecorder.HIGHEST_NANOS, IntervalCounts.valueAt(index));
            whole.recordValueWithCount(value, random.nextLong(1L << 40) + 1);
        }
        whole.setTag("row.read.service");
        whole.setStartTimeStamp(1_800_000_000_000L);
        whole.setEndTimeStamp(1_800_000_001_000L);
        Path file = log(List.of(whole, whole));
        assertThat(Files.size(file)).isGreaterThan(300_000);
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertThat(scan(file)).extracting(Seen::histogram).containsExactly(whole, whole);
    }

    @Test
    void everyHarmedByteIsReadOrTold() throws Exception {
        Histogram interval = intervals().get(12);
        ByteBuffer plain = ByteBuffer.allocate(interval.getNeededByteBufferCapacity());
        int length = interval.encodeIntoByteBuffer(plain);
        Random random = new Random(42);
        IntervalCounts counts = new IntervalCounts();
        for (int i = 0; i < 5_000; i++) {
            byte[] harmed = Arrays.copyOf(plain.array(), length);
            for (int hit = 0; hit < 1 + i % 4; hit++) {
                harmed[random.nextInt(length)] = (byte) random.nextInt(256);
            }
            try {
                counts.decode(payload(harmed));
            } catch (IllegalArgumentException told) {
                assertThat(told).hasMessageContaining("a histogram");
            }
        }
    }

    /** Base64 of the deflated form. */
    private static ByteBuffer payload(byte[] inner) {
        Deflater deflater = new Deflater();
        deflater.setInput(inner);
        deflater.finish();
        byte[] deflated = new byte[2 * inner.length + 64];
        int size = deflater.deflate(deflated);
        deflater.end();
        ByteBuffer outer = ByteBuffer.allocate(2 * Integer.BYTES + size);
        outer.putInt(0x1c849314).putInt(size).put(deflated, 0, size).flip();
        return Base64.getEncoder().encode(outer);
    }

    @Test
    void addsTheBaseTimeOfALogThatHasOne() throws IOException {
        Path file = log(intervals().subList(0, 1));
        String relative = Files.readString(file)
                .replace("1800000000.000,", "12.500,")
                .replace("#[values", "#[BaseTime: 1700000000.250 (seconds since epoch)]\n#[values");
        Files.writeString(file, relative);
        assertThat(scan(file)).extracting(Seen::start).containsExactly(1_700_000_012.75);
    }

    @Test
    void leavesOutTheLineThatACrashLeftUnfinished() throws IOException {
        Path file = log(intervals());
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 40));
        assertThat(scan(file)).hasSize(39);
    }

    @Test
    void tellsWhereALogIsBroken() throws IOException {
        Path file = log(intervals());
        String whole = Files.readString(file);
        int payload = whole.indexOf("HISTF");
        Files.writeString(file, whole.substring(0, payload) + "AAAA" + whole.substring(payload));
        assertThatThrownBy(() -> scan(file))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("latency\\.hlog, line \\d+: not a histogram of version 2");
    }

    @Test
    void refusesHistogramsOfAnotherPrecision() throws IOException {
        Histogram coarse = new Histogram(1, 1_000_000, 2);
        coarse.recordValue(17);
        coarse.setStartTimeStamp(1);
        coarse.setEndTimeStamp(2);
        Path file = log(List.of(coarse, coarse));
        assertThatThrownBy(() -> scan(file)).hasMessageEndingWith("not a histogram of nanoseconds to 3 digits");
    }
}
