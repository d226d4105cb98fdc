package io.pagetax.latency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.DataFormatException;

/**
 * Reads an interval log of {@link LatencyRecorder}'s histograms from front to back, one interval at a time. The library's
 * reader makes a histogram of 270 KiB for each. <b>Not thread-safe.</b>
 */
public final class IntervalScan {

    private static final String TAG = "Tag=";
    private static final String BASE_TIME = "#[BaseTime:";

    /** Takes intervals in the order in which they stand in the log. */
    public interface Visitor {

        /**
         * Whether intervals of a tag are to be shown; the others are passed over without being decoded, which takes most of
         * the time.
         *
         * @param tag empty if the interval has none
         */
        boolean wants(String tag);

        /**
         * Takes one of a tag that is wanted.
         *
         * @param startSeconds since the epoch
         * @param counts valid until the visitor returns
         */
        void interval(String tag, double startSeconds, double lengthSeconds, IntervalCounts counts);
    }

    private final Path file;
    private final Visitor visitor;
    private final IntervalCounts counts = new IntervalCounts();
    private double baseSeconds;

    private IntervalScan(Path file, Visitor visitor) {
        this.file = file;
        this.visitor = visitor;
    }

    /**
     * Shows the intervals of a log to a visitor. A last line that a crash left unfinished is left out.
     *
     * @throws IOException if it cannot be read, or is not such a log; it names the line
     */
    public static void scan(Path file, Visitor visitor) throws IOException {
        new IntervalScan(file, visitor).scan();
    }

    private void scan() throws IOException {
        try (LogLines lines = LogLines.open(file)) {
            for (int number = 1; lines.next(); number++) {
                readOrTell(lines, number);
            }
        }
    }

    private void readOrTell(LogLines line, int number) throws IOException {
        try {
            read(line);
        } catch (IllegalArgumentException | DataFormatException broken) {
            boolean isLast = !line.next();
            if (!isLast) {
                throw new IOException(file.getFileName() + ", line " + number + ": " + broken.getMessage(), broken);
            }
        }
    }

    private void read(LogLines line) throws DataFormatException {
        if (line.startsWith(BASE_TIME)) {
            baseSeconds = Double.parseDouble(
                    line.text(BASE_TIME.length(), line.length()).strip().split("[ \\]]", 2)[0]);
        }
        if (line.length() == 0 || line.startsWith("#") || line.startsWith("\"")) {
            return;
        }
        boolean isTagged = line.startsWith(TAG);
        int start = isTagged ? fieldAfter(line, 0) : 0;
        String tag = isTagged ? line.text(TAG.length(), start - 1) : "";
        int length = fieldAfter(line, start);
        int longest = fieldAfter(line, length);
        ByteBuffer payload = line.bytes(fieldAfter(line, longest));
        if (visitor.wants(tag)) {
            double startSeconds = baseSeconds + Double.parseDouble(line.text(start, length - 1));
            double lengthSeconds = Double.parseDouble(line.text(length, longest - 1));
            counts.decode(payload);
            visitor.interval(tag, startSeconds, lengthSeconds, counts);
        }
    }

    private static int fieldAfter(LogLines line, int from) {
        int comma = line.indexOf(',', from);
        if (comma < 0) {
            throw new IllegalArgumentException("not an interval");
        }
        return comma + 1;
    }
}
