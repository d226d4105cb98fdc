package io.pagetax.latency;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/**
 * An HdrHistogram interval log (format 1.3): one line an interval, tagged, V2-compressed. Values are nanoseconds; start
 * and length are seconds, start absolute; the column of maxima is milliseconds. <b>Not thread-safe.</b>
 */
public final class IntervalLog implements AutoCloseable {

    private static final int MILLI_DIGITS = 3;
    private static final int NANO_DIGITS = 9;

    private final PrintStream out;
    private boolean started;
    private final HistogramLogWriter writer;

    private IntervalLog(OutputStream file, boolean isNew) {
        this.out = new PrintStream(file, false, StandardCharsets.UTF_8);
        this.started = !isNew;
        this.writer = new HistogramLogWriter(out);
        if (isNew) {
            writer.outputLogFormatVersion();
            writer.outputComment(
                    "[values: ns; StartTimestamp: s since the epoch; Interval_Length: s; Interval_Max: ms]");
        }
    }

    /** Opens a log for appending; a new one gets its head. */
    public static IntervalLog append(Path file) throws IOException {
        boolean isNew = !Files.exists(file) || Files.size(file) == 0;
        return new IntervalLog(new FileOutputStream(file.toFile(), true), isNew);
    }

    /** Writes an interval under the tag and the time stamps that it carries. */
    public void write(Histogram interval) throws IOException {
        if (!started) {
            started = true;
            writer.outputStartTime(interval.getStartTimeStamp());
            writer.outputLegend();
        }
        writer.outputIntervalHistogram(interval);
        if (out.checkError()) {
            throw new IOException("cannot write all of the interval log");
        }
    }

    /**
     * Writes the intervals of several logs into a new one, one log after the other. Payloads are taken over as they are, so
     * that nothing is lost.
     *
     * @param logs in the order of their times
     * @param offsetsNanos by how much the clock of each was ahead, which is taken off its time stamps; as many as logs
     * @throws IOException if one cannot be read, or has relative time stamps
     */
    public static void join(List<Path> logs, List<Long> offsetsNanos, Path file) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            for (int log = 0; log < logs.size(); log++) {
                join(logs.get(log), log == 0, offsetsNanos.get(log), out);
            }
            if (out.checkError()) {
                throw new IOException("cannot write all of " + file);
            }
        }
    }

    private static void join(Path log, boolean isFirst, long offsetNanos, PrintStream out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                join(line, isFirst, offsetNanos, out);
            }
        }
    }

    private static void join(String line, boolean isFirst, long offsetNanos, PrintStream out) throws IOException {
        boolean isHead = line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '"';
        if (line.startsWith("#[BaseTime:")) {
            throw new IOException("an interval log with relative time stamps cannot be joined with others");
        }
        if (isHead && isFirst) {
            out.print(line + "\n");
        }
        if (!isHead) {
            out.print(offsetNanos == 0 ? line + "\n" : shifted(line, offsetNanos) + "\n");
        }
    }

    private static String shifted(String line, long offsetNanos) {
        int start = line.startsWith("Tag=") ? line.indexOf(',') + 1 : 0;
        int end = line.indexOf(',', start);
        BigDecimal seconds =
                new BigDecimal(line.substring(start, end)).subtract(BigDecimal.valueOf(offsetNanos, NANO_DIGITS));
        return line.substring(0, start) + seconds.setScale(MILLI_DIGITS, RoundingMode.HALF_EVEN) + line.substring(end);
    }

    /**
     * Reads all intervals of a log, in order, tags and time stamps included.
     *
     * @throws IOException if there is no such file
     */
    public static List<Histogram> read(Path file) throws IOException {
        List<Histogram> intervals = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            EncodableHistogram next = reader.nextIntervalHistogram();
            while (next != null) {
                intervals.add((Histogram) next);
                next = reader.nextIntervalHistogram();
            }
        } catch (FileNotFoundException absent) {
            throw new IOException("no histograms in " + file, absent);
        }
        return intervals;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
