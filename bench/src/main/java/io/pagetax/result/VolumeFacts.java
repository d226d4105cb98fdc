package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * The file system that a target is in. Null: unknown, with the reason in {@link TargetFacts#unknown()}.
 *
 * @param freeBytes that this user may take
 * @param fillPercent share of its space that is taken
 * @param dataChecksums whether it keeps checksums of files' contents, as it is mounted; a file may be exempt
 * @param copyOnWrite whether what is overwritten goes elsewhere, as it is mounted; a file may be exempt
 * @param compression {@code none}, or as the mount options name it; a file may have its own
 * @param journalMode ext4's {@code data=}, or {@code none} without a journal
 */
public record VolumeFacts(
        @Nullable Long blockSizeBytes,
        @Nullable Long sizeBytes,
        @Nullable Long freeBytes,
        @Nullable Double fillPercent,
        @Nullable Boolean dataChecksums,
        @Nullable Boolean copyOnWrite,
        @Nullable String compression,
        @Nullable String journalMode) {}
