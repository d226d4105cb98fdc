package io.pagetax.latency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/** HdrHistogram's percentile distribution text, in microseconds: plotters lose digits of nanoseconds. */
public final class Hgrm {

    private static final int TICKS_PER_HALF_DISTANCE = 5;
    private static final double NANOS_PER_MICRO = 1000.0;

    /** Room for an hour in microseconds, three decimals and a margin. */
    private static final int VALUE_WIDTH = 15;

    private Hgrm() {}

    /** Writes the distribution of a histogram of nanoseconds. */
    public static void write(Histogram nanos, String title, Path file) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            out.println("#[" + title + "; values in microseconds]");
            distribution(nanos).lines().map(Hgrm::widen).forEach(out::println);
            if (out.checkError()) {
                throw new IOException("cannot write all of " + file);
            }
        }
    }

    private static String distribution(Histogram nanos) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(text, false, StandardCharsets.UTF_8)) {
            nanos.outputPercentileDistribution(out, TICKS_PER_HALF_DISTANCE, NANOS_PER_MICRO);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** The format's own first column is full from ten seconds on; a row that begins with a digit is none to some plotters. */
    private static String widen(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return line;
        }
        String row = line.stripLeading();
        String value = row.substring(0, row.indexOf(' '));
        return " ".repeat(Math.max(1, VALUE_WIDTH - value.length())) + row;
    }
}
