package io.pagetax.result;

import org.jspecify.annotations.Nullable;

/**
 * What lies under a target. Null: the system did not tell, or there is no such thing.
 *
 * @param name as rows refer to it
 * @param path of the folder, file or device that was named or chosen
 * @param choice why this folder was taken, if nobody named one
 * @param device kernel name of the block device at hand
 * @param dioMemAlign alignment of a direct I/O's buffer in bytes, by statx; 0: no direct I/O
 * @param dioOffsetAlign alignment of a direct I/O's offset and length in bytes, by statx; 0: no direct I/O
 * @param backing what is behind a loop or zram device
 */
public record TargetFacts(
        String name,
        String path,
        @Nullable String choice,
        @Nullable String filesystem,
        @Nullable String mountOptions,
        @Nullable String device,
        @Nullable String deviceModel,
        @Nullable String scheduler,
        @Nullable Boolean rotational,
        @Nullable Integer logicalBlockSize,
        @Nullable Integer dioMemAlign,
        @Nullable Integer dioOffsetAlign,
        @Nullable String backing) {}
