package io.pagetax.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What the kernel said of one sample. Counts of pages and bytes; null where the kernel does not tell. Of the passes that
 * a sample consists of, the resident pages are those of the pass whose start was farthest from what was asked.
 *
 * @param passes times that the cache state was set anew, all jobs added up
 * @param filePages pages of the part of the file that is used
 * @param expectedPagesBefore resident pages that the row's name claims at the start
 * @param residentPagesBefore resident pages found at the start
 * @param residentPagesAfter resident pages found at the end of the last pass
 * @param lastPassPages pages that the operations of the last pass covered
 * @param requestedBytes bytes that the operations asked for
 * @param deviceReadBytes bytes read from a device in the timed part
 * @param deviceWriteBytes bytes written to a device, or dirtied, in the timed part
 */
public record SampleEvidence(
        long passes,
        long filePages,
        long expectedPagesBefore,
        @Nullable Long residentPagesBefore,
        @Nullable Long residentPagesAfter,
        long lastPassPages,
        long requestedBytes,
        @Nullable Long deviceReadBytes,
        @Nullable Long deviceWriteBytes) {

    /** The evidence of two jobs that ran side by side. */
    public SampleEvidence plus(SampleEvidence other) {
        return new SampleEvidence(
                passes + other.passes,
                filePages + other.filePages,
                expectedPagesBefore + other.expectedPagesBefore,
                sum(residentPagesBefore, other.residentPagesBefore),
                sum(residentPagesAfter, other.residentPagesAfter),
                lastPassPages + other.lastPassPages,
                requestedBytes + other.requestedBytes,
                sum(deviceReadBytes, other.deviceReadBytes),
                sum(deviceWriteBytes, other.deviceWriteBytes));
    }

    private static @Nullable Long sum(@Nullable Long left, @Nullable Long right) {
        return left == null || right == null ? null : left + right;
    }
}
