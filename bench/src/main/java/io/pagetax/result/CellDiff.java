package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cell that two runs have.
 *
 * @param id of its row in both
 * @param reasons why it has no ratio, or one without an interval, or what is to be known of it
 * @param a in the run that is the baseline
 * @param b in the other one
 * @param ratios of {@code b} over {@code a}; null if it is not to be compared
 * @param pValue how likely times as different as these would be if there were no difference, by the test of Mann and Whitney;
 *     null where {@code significant} is
 * @param adjustedP the same, corrected for the number of cells that were tested
 * @param significant whether it is worse or better; null: with so few samples nothing can be said
 */
public record CellDiff(
        String id,
        Verdict verdict,
        List<String> reasons,
        Side a,
        Side b,
        @Nullable Ratios ratios,
        @Nullable Double pValue,
        @Nullable Double adjustedP,
        @Nullable Boolean significant) {

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
     */
    public record Side(
            String verdict, int samples, @Nullable Estimate nsPerOp) {}

    /**
     * The second run over the first. An interval that is null could not be had; so is a percentile that one of the two lacks.
     *
     * @param nsPerOp time of a job for each of its operations: above 1 the second run is slower
     * @param iops operations per second: above 1 the second run is faster
     */
    public record Ratios(
            Estimate nsPerOp,
            Estimate iops,
            @Nullable Estimate p50,
            @Nullable Estimate p99,
            @JsonProperty("p99_9") @Nullable Estimate p999,
            @JsonProperty("p99_99") @Nullable Estimate p9999) {}

    /** The same cell with what can be said of it, now that the number of tests is known. */
    public CellDiff judged(Verdict found, double p) {
        boolean isSignificant = found == Verdict.WORSE || found == Verdict.BETTER;
        return new CellDiff(id, found, reasons, a, b, ratios, pValue, p, isSignificant);
    }
}
