package io.pagetax.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies under a target. Null: the system did not tell, or there is no such thing; {@link #unknown()} has the reason.
 *
 * @param name as rows refer to it
 * @param path of the folder, file or device that was named or chosen
 * @param choice why this folder was taken, if nobody named one
 * @param device kernel name of the block device at hand
 * @param dioMemAlign alignment of a direct I/O's buffer in bytes, by statx; 0: no direct I/O
 * @param dioOffsetAlign alignment of a direct I/O's offset and length in bytes, by statx; 0: no direct I/O
 * @param backing what is behind a loop or zram device
 * @param dioReadOffsetAlign the same as {@code dioOffsetAlign} for reads, which some file systems allow finer
 * @param atomicWriteMinBytes the shortest direct write that a crash does not tear, by statx; 0: none
 * @param atomicWriteMaxBytes the longest; 0: none
 * @param stack the layers from the file system down to the disks, such as {@code ext4 > nvme0n1p2 > nvme0n1}
 * @param volume the file system; null for a block device
 * @param dataFile null for a block device, and for a folder without a data file
 * @param disks that all rests on; empty if that is no disk of this machine
 * @param unknown why facts are null, by the keys below this target that lead to them, such as {@code volume.journalMode}
 *     or {@code disks.nvme0n1.firmware}
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
        @Nullable String backing,
        @Nullable Integer dioReadOffsetAlign,
        @Nullable Integer atomicWriteMinBytes,
        @Nullable Integer atomicWriteMaxBytes,
        @Nullable String stack,
        @Nullable VolumeFacts volume,
        @Nullable DataFileFacts dataFile,
        List<DiskFacts> disks,
        Map<String, String> unknown) {

    /** Files that were written before they had a part lack it; it then counts as unknown. */
    public TargetFacts {
        disks = disks == null ? List.of() : disks;
        unknown = unknown == null ? Map.of() : unknown;
    }
}
