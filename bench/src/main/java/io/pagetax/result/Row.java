package io.pagetax.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cell's results.
 *
 * @param id unique in the run, without comma, space or line break; the tag of its histograms
 * @param samples that were finished
 * @param iops operations per second, all jobs together; null without samples
 * @param nsPerOp time of a job for each of its operations, 1e9 × numjobs / iops: with one operation in flight the mean
 *     service time, with more about a depth's share of it; null without samples
 * @param latencyNs service time of every operation of every sample; null without samples
 * @param hitNs of those operations, those that the page cache had; null if they were not told apart, or there are none
 * @param missNs the others; null if they were not told apart, or there are none
 * @param hitRatio share of the hits, 0 to 1; null if they were not told apart
 * @param verdict {@code verified}, {@code refuted}, {@code unverifiable}
 * @param reasons for the verdict
 * @param warnings what does not make the name false, but is to be known to whoever uses the numbers
 * @param steady whether neither the rounds nor the course of a sample show a trend; null with too few rounds to tell
 * @param failures what ended a sample early
 * @param unsupported why this kernel or file system cannot run the row at all; null if it can
 * @param histogram name of the row's percentile file in the run's directory; null without samples
 */
public record Row(
        String id,
        String target,
        Params params,
        int samples,
        @Nullable Estimate iops,
        @Nullable Estimate nsPerOp,
        @Nullable Percentiles latencyNs,
        @Nullable Percentiles hitNs,
        @Nullable Percentiles missNs,
        @Nullable Double hitRatio,
        @Nullable RowEvidence evidence,
        String verdict,
        List<String> reasons,
        List<String> warnings,
        @Nullable Boolean steady,
        List<String> failures,
        @Nullable String unsupported,
        @Nullable String histogram) {

    /** Files that were written before it had warnings lack them. */
    public Row {
        warnings = warnings == null ? List.of() : warnings;
    }

    /** Whether its numbers may enter a ratio. */
    @JsonIgnore
    public boolean isTrusted() {
        return samples > 0 && verdict.equals("verified") && failures.isEmpty();
    }
}
