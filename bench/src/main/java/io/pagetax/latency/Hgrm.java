package io.pagetax.latency;

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

    private Hgrm() {}

    /** Writes the distribution of a histogram of nanoseconds. */
    public static void write(Histogram nanos, String title, Path file) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            out.println("#[" + title + "; values in microseconds]");
            nanos.outputPercentileDistribution(out, TICKS_PER_HALF_DISTANCE, NANOS_PER_MICRO);
            if (out.checkError()) {
                throw new IOException("cannot write all of " + file);
            }
        }
    }
}
