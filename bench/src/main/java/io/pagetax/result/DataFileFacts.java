package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * The file that is measured. Null: unknown, with the reason in {@link TargetFacts#unknown()}.
 *
 * @param allocatedBytes space that it takes, holes not counted
 * @param extents pieces that it lies in
 * @param holeBytes without a place on the device: reads give zeroes without I/O
 * @param unwrittenBytes reserved and never written: the same
 */
public record DataFileFacts(
        @Nullable Long sizeBytes,
        @Nullable Long allocatedBytes,
        @Nullable Integer extents,
        @Nullable Long holeBytes,
        @Nullable Long unwrittenBytes) {}
