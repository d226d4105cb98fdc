package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The harness measured by itself at the start of a run. Nothing of it is subtracted from anything.
 *
 * @param harness what the loop costs around an engine that does nothing
 * @param delay what the loop shows of operations whose times are known
 * @param clock by which all times are taken
 */
public record Calibration(Harness harness, KnownDelay delay, Clock clock) {

    /** {@link KnownDelay#verdict()} if the histogram shows what happened. */
    public static final String VERIFIED = "verified";

    /** {@link KnownDelay#verdict()} if it does not. */
    public static final String REFUTED = "refuted";

    /** Whether the histogram shows what happened. */
    @JsonIgnore
    public boolean isVerified() {
        return delay.verdict().equals(VERIFIED);
    }

    /**
     * Offset, clock, histogram: the part of every row's times that is no I/O.
     *
     * @param nsPerOp mean
     */
    public record Harness(double nsPerOp, Percentiles latencyNs) {}

    /**
     * Operations of two known times.
     *
     * @param usualNs what an operation took at least
     * @param slowNs what a slow one took at least
     * @param slowEvery the slow one of so many
     * @param allowanceNs by which a time may be shown as longer, the histogram's precision aside: the harness's own share
     * @param issued operations, by the engine's own count
     * @param recorded operations in the histogram
     * @param usualSeenNs the histogram's median; null if it is empty
     * @param slowSeenNs the histogram's percentile in the middle of the slow operations; null if it is empty
     * @param verdict {@code verified} or {@code refuted}
     * @param reasons for the verdict
     */
    public record KnownDelay(
            long usualNs,
            long slowNs,
            int slowEvery,
            long allowanceNs,
            long issued,
            long recorded,
            @Nullable Long usualSeenNs,
            @Nullable Long slowSeenNs,
            String verdict,
            List<String> reasons) {}

    /**
     * System.nanoTime, as seen in a fork.
     *
     * @param nsPerCall time of a call
     * @param stepNs smallest difference of two readings in succession; not below the time of a call
     */
    public record Clock(double nsPerCall, long stepNs) {}
}
