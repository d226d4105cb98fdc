package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cell that two runs have. Two of its ratios are tested, and either can decide: of the time per operation, and of the
 * quickest operations.
 *
 * @param id of its row in both
 * @param reasons why it has no ratio, or one without an interval, or what is to be known of it
 * @param a in the run that is the baseline
 * @param b in the other one
 * @param ratios of {@code b} over {@code a}; null if it is not to be compared
 * @param pValue how likely times as different as these would be if there were no difference, by the test of Mann and Whitney;
 *     null where {@code significant} is
 * @param minPValue the same of the quickest operations, by that of Yuen; 1 if they differ by no more than a
 *     step of the clock, null also where they are not known
 * @param adjustedP {@code pValue}, corrected for the number of tests
 * @param adjustedMinP {@code minPValue}, corrected likewise
 * @param significant whether it is worse or better; null: with so few samples nothing can be said
 * @param decidedBy the ratio that makes it so, {@code nsPerOp} or {@code min}; null of cells that are neither
 */
public record CellDiff(
        String id,
        Verdict verdict,
        List<String> reasons,
        Side a,
        Side b,
        @Nullable Ratios ratios,
        @Nullable Double pValue,
        @Nullable Double minPValue,
        @Nullable Double adjustedP,
        @Nullable Double adjustedMinP,
        @Nullable Boolean significant,
        @Nullable String decidedBy) {

    /** Decided by the time per operation. */
    public static final String BY_TIME = "nsPerOp";

    /** Decided by the quickest operations. */
    public static final String BY_MIN = "min";

    /** What is said of a cell. */
    public enum Verdict {
        /** An operation takes longer, beyond noise and by enough to speak of. */
        WORSE,
        /** An operation takes less time, beyond noise and by enough to speak of. */
        BETTER,
        /** No change that could be told from noise, or none that is large enough. */
        NOT_SIGNIFICANT,
        /** There are too few samples to say. */
        OPEN,
        /** The two have not been asked for the same, and have no ratio. */
        UNLIKE,
        /** Of one of the two it is not known that it is what its name says; there is no ratio. */
        UNTRUSTED;

        /** As in JSON and on the terminal. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A cell in one run.
     *
     * @param verdict of its row; {@code failed} or {@code not run} if there is more to be said against it
     * @param samples that entered the ratios
     * @param nsPerOp of those samples, or of its row if none did; null if that has none either
     * @param scatter of the samples around it, as a share of 1: the standard deviation of their logarithms, estimated from the
     *     median deviation, which a few that are far off do not change; null if there are none
     */
    public record Side(
            String verdict,
            int samples,
            @Nullable Estimate nsPerOp,
            @Nullable Double scatter) {}

    /**
     * The second run over the first. An interval that is null could not be had; so is a percentile that one of the two lacks.
     *
     * @param nsPerOp time of a job for each of its operations: above 1 the second run is slower
     * @param iops operations per second: above 1 the second run is faster
     * @param min of the quickest operation of each sample, the upper third of the samples left out on both sides
     */
    public record Ratios(
            Estimate nsPerOp,
            Estimate iops,
            @Nullable Estimate min,
            @Nullable Estimate p50,
            @Nullable Estimate p99,
            @JsonProperty("p99_9") @Nullable Estimate p999,
            @JsonProperty("p99_99") @Nullable Estimate p9999) {}

    /** The same cell with what can be said of it, now that the number of tests is known. */
    public CellDiff judged(Verdict found, @Nullable String by, double p, @Nullable Double minP) {
        return new CellDiff(id, found, reasons, a, b, ratios, pValue, minPValue, p, minP, by != null, by);
    }
}
