package io.pagetax.evidence;

import io.pagetax.linux.device.BlockDevice;
import io.pagetax.linux.device.StorageLayer;
import io.pagetax.linux.device.StorageStack;
import io.pagetax.linux.file.DioAlignment;
import io.pagetax.linux.file.Extent;
import io.pagetax.linux.file.ExtentMap;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the measured file, once for all samples. Null: not told.
 *
 * @param usedBytes of it that are measured on
 * @param unwrittenBytes of those, that lie in holes or in extents that were reserved and never written
 * @param deflatedShare what is left of its data when it is compressed: about 1 if it is random, near 0 if it is zeros
 * @param takesDirectIo what the file system says of it
 * @param physicalBlockBytes the smallest unit that the devices below write without reading first
 * @param onMemory whether all that lies below is memory
 * @param compressing whether something below compresses what is written
 * @param accounted whether I/O on it is counted by the kernel of this machine; not so for network file systems and fuse
 * @param cachingLoops kernel names of the loop devices below that read their file through the page cache once more
 * @param stack what lies below, in words
 */
public record FileFacts(
        long usedBytes,
        @Nullable Long unwrittenBytes,
        @Nullable Double deflatedShare,
        @Nullable Boolean takesDirectIo,
        @Nullable Integer physicalBlockBytes,
        boolean onMemory,
        boolean compressing,
        boolean accounted,
        List<String> cachingLoops,
        String stack) {

    /**
     * Looks at a file. It reads a mebibyte of it, which may then be in the page cache.
     *
     * @param usedBytes of it that are measured on
     */
    public static FileFacts of(Path path, long usedBytes) throws IOException {
        StorageStack stack = StorageStack.of(path);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            Optional<ExtentMap> extents = extents(file);
            DioAlignment alignment = file.status().dioAlignment();
            boolean encoded = extents.map(map -> map.bytesThatAre(Extent.Trait.ENCODED) > 0)
                    .orElse(false);
            return new FileFacts(
                    usedBytes,
                    extents.map(map -> unwritten(map, usedBytes)).orElse(null),
                    Compressibility.deflatedShare(file, usedBytes),
                    alignment == null ? null : Boolean.valueOf(alignment.supported()),
                    physicalBlock(stack),
                    stack.isMemory(),
                    stack.compressing() || encoded,
                    isAccounted(stack.top()),
                    stack.loopsThatCacheAgain(),
                    stack.describe());
        }
    }

    /** Block devices have none, and some file systems do not tell. */
    private static Optional<ExtentMap> extents(LinuxFile file) {
        try {
            return Optional.of(ExtentMap.afterWriteback(file));
        } catch (NativeIoException notTold) {
            return Optional.empty();
        }
    }

    private static long unwritten(ExtentMap map, long usedBytes) {
        long written = map.extents().stream()
                .filter(extent -> !extent.is(Extent.Trait.UNWRITTEN))
                .mapToLong(extent -> Math.max(0, Math.min(extent.end(), usedBytes) - extent.offset()))
                .sum();
        return usedBytes - written;
    }

    private static @Nullable Integer physicalBlock(StorageStack stack) {
        return stack.topDevices().stream()
                .flatMap(name -> BlockDevice.ofName(name).stream())
                .map(device -> device.queue().physicalBlockSize())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean isAccounted(StorageLayer layer) {
        boolean told = layer.kind() != StorageLayer.Kind.NETWORK && layer.kind() != StorageLayer.Kind.UNKNOWN;
        return told && layer.below().stream().allMatch(FileFacts::isAccounted);
    }
}
