package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * The evidence of a row's samples together: bytes are summed, resident pages are those of the sample whose start was
 * farthest from what its name claims. Null where the kernel did not tell or nobody asked.
 */
public record RowEvidence(
        @Nullable Long residentPagesBefore,
        @Nullable Long residentPagesAfter,
        @Nullable Long expectedPagesBefore,
        @Nullable Long filePages,
        @Nullable Long requestedBytes,
        @Nullable Long deviceReadBytes,
        @Nullable Long deviceWriteBytes,
        @Nullable Long minorFaults,
        @Nullable Long majorFaults,
        @Nullable Double userNsPerOp,
        @Nullable Double systemNsPerOp,
        @Nullable Double contextSwitchesPerOp,
        long errors) {}
