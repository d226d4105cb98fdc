package io.pagetax.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finished sample: a line of {@code rows.jsonl}.
 *
 * @param row the row's id
 * @param round from 1
 * @param startedAt RFC 3339
 * @param operations that were timed
 * @param iops operations per second; null if the sample failed
 * @param nsPerOp time of a job for each of its operations in nanoseconds, as in {@link Row#nsPerOp}; null if the sample failed
 * @param latencyNs the sample's own distribution; null if it failed
 * @param hitNs of those operations, those that the page cache had; null if they were not told apart, or there are none
 * @param missNs the others; null if they were not told apart, or there are none
 * @param hitRatio share of the hits, 0 to 1; null if they were not told apart
 * @param failure what ended it early; null if it was finished
 */
public record JournalEntry(
        String row,
        int round,
        String startedAt,
        long operations,
        @Nullable Double iops,
        @Nullable Double nsPerOp,
        @Nullable Percentiles latencyNs,
        @Nullable Percentiles hitNs,
        @Nullable Percentiles missNs,
        @Nullable Double hitRatio,
        @Nullable RowEvidence evidence,
        @Nullable String verdict,
        List<String> reasons,
        @Nullable String failure) {

    /** The same sample as one of another round, or at another time. */
    public JournalEntry as(int otherRound, String otherStart) {
        return new JournalEntry(
                row,
                otherRound,
                otherStart,
                operations,
                iops,
                nsPerOp,
                latencyNs,
                hitNs,
                missNs,
                hitRatio,
                evidence,
                verdict,
                reasons,
                failure);
    }
}
