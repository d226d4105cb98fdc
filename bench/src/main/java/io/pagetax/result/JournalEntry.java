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
        @Nullable RowEvidence evidence,
        @Nullable String verdict,
        List<String> reasons,
        @Nullable String failure) {}
