package io.pagetax.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DataFormatException;

/**
 * Reads an interval log of {@link LatencyRecorder}'s histograms from front to back, one interval at a time. The library's
 * reader makes a histogram of 270 KiB for each. <b>Not thread-safe.</b>
 */
public final class IntervalScan {

    private static final String TAG = "Tag=";
    private static final String BASE_TIME = "#[BaseTime:";
    private static final int FIELDS = 4;

    /** Takes intervals in the order in which they stand in the log. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Takes one.
         *
         * @param tag empty if the interval has none
         * @param startSeconds since the epoch
         * @param counts valid until the visitor returns
         */
        void interval(String tag, double startSeconds, double lengthSeconds, IntervalCounts counts);
    }

    private final Path file;
    private final IntervalCounts counts = new IntervalCounts();
    private double baseSeconds;

    private IntervalScan(Path file) {
        this.file = file;
    }

    /**
     * Shows all intervals of a log to a visitor. A last line that a crash left unfinished is left out.
     *
     * @throws IOException if it cannot be read, or is not such a log; it names the line
     */
    public static void scan(Path file, Visitor visitor) throws IOException {
        new IntervalScan(file).scan(visitor);
    }

    private void scan(Visitor visitor) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            for (int number = 1; line != null; number++) {
                String next = lines.readLine();
                readOrTell(line, number, next == null, visitor);
                line = next;
            }
        }
    }

    private void readOrTell(String line, int number, boolean isLast, Visitor visitor) throws IOException {
        try {
            read(line, visitor);
        } catch (IllegalArgumentException | DataFormatException broken) {
            if (!isLast) {
                throw new IOException(file.getFileName() + ", line " + number + ": " + broken.getMessage(), broken);
            }
        }
    }

    private void read(String line, Visitor visitor) throws DataFormatException {
        if (line.startsWith(BASE_TIME)) {
            baseSeconds = Double.parseDouble(
                    line.substring(BASE_TIME.length()).strip().split("[ \\]]", 2)[0]);
        }
        if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '"') {
            return;
        }
        boolean tagged = line.startsWith(TAG);
        String[] fields = line.split(",", tagged ? FIELDS + 1 : FIELDS);
        int first = tagged ? 1 : 0;
        if (fields.length < first + FIELDS) {
            throw new IllegalArgumentException("not an interval");
        }
        counts.decode(fields[first + FIELDS - 1]);
        visitor.interval(
                tagged ? fields[0].substring(TAG.length()) : "",
                baseSeconds + Double.parseDouble(fields[first]),
                Double.parseDouble(fields[first + 1]),
                counts);
    }
}
