package io.pagetax.latency;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
