package io.pagetax.linux.device;

import io.pagetax.linux.device.StorageLayer.Device;
import io.pagetax.linux.device.StorageLayer.FileSystem;
import io.pagetax.linux.device.StorageLayer.Loop;
import io.pagetax.linux.device.StorageLayer.Unknown;
import io.pagetax.linux.device.StorageLayer.Zram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The layers from a file down to what its data rest on, as they were when it was read. A tree, since a layer may rest on
 * several: a RAID on its disks, a btrfs on its devices.
 *
 * @param top the file system that the file is in; of a block device the device itself
 */
public record StorageStack(StorageLayer top) {

    /**
     * Looks below a file. Where the system does not tell what is next, an {@link Unknown} layer says why. Needs no
     * privileges, but only root sees through an overlay whose folders are closed to others.
     *
     * @param file a regular file, a folder or a block device
     * @throws IOException if it is not there, or not to be found by this user
     */
    public static StorageStack of(Path file) throws IOException {
        Path realPath = file.toRealPath();
        MountTable mounts;
        try {
            mounts = MountTable.read();
        } catch (IOException untold) {
            return new StorageStack(new Unknown("the mounts of this process cannot be read"));
        }
        return of(realPath, mounts, Sysfs.OF_THIS_MACHINE);
    }

    static StorageStack of(Path realPath, MountTable mounts, Sysfs sysfs) {
        return new StorageStack(new StackProbe(mounts, sysfs).below(realPath, 0));
    }

    /** Kernel names of the first block devices below the file system, or of the block device that was asked for. */
    public List<String> topDevices() {
        return topDevices(top).distinct().toList();
    }

    private static Stream<String> topDevices(StorageLayer layer) {
        return layer instanceof Device device
                ? Stream.of(device.name())
                : layer.below().stream().flatMap(StorageStack::topDevices);
    }

    /**
     * Kernel names of the block devices that rest on nothing else. What they do is in {@link BlockStatistics#read}; a
     * partition is not among them, its disk is.
     */
    public List<String> bottomDevices() {
        return leaves(top)
                .filter(Device.class::isInstance)
                .map(leaf -> ((Device) leaf).name())
                .distinct()
                .toList();
    }

    /** Whether all data are in memory in the end (tmpfs, zram, RAM disk, persistent memory): no disk is measured. */
    public boolean isMemory() {
        return leaves(top)
                .allMatch(leaf -> leaf.kind() == StorageLayer.Kind.MEMORY || leaf.kind() == StorageLayer.Kind.ZRAM);
    }

    /** Whether a layer compresses, so that speed depends on the data: zram, or a file system mounted to do so. */
    public boolean compressing() {
        return layers(top)
                .anyMatch(layer ->
                        layer instanceof Zram || (layer instanceof FileSystem fileSystem && fileSystem.compresses()));
    }

    /**
     * Kernel names of the loop devices that go through the page cache of their file: what was evicted from, or went past,
     * the cache above may still come from there.
     */
    public List<String> loopsThatCacheAgain() {
        return layers(top)
                .filter(layer -> layer instanceof Loop loop && Boolean.FALSE.equals(loop.directIo()))
                .map(layer -> ((Loop) layer).name())
                .distinct()
                .toList();
    }

    /** In one line, such as {@code ext4 > loop3 (direct I/O on) > ext4 > vda}; holds no path and no id. */
    public String describe() {
        return describe(top);
    }

    private static String describe(StorageLayer layer) {
        List<String> below = layer.below().stream().map(StorageStack::describe).toList();
        return switch (below.size()) {
            case 0 -> layer.describe();
            case 1 -> layer.describe() + " > " + below.get(0);
            default -> layer.describe() + below.stream().collect(Collectors.joining(", ", " > [", "]"));
        };
    }

    private static Stream<StorageLayer> layers(StorageLayer layer) {
        return Stream.concat(Stream.of(layer), layer.below().stream().flatMap(StorageStack::layers));
    }

    private static Stream<StorageLayer> leaves(StorageLayer layer) {
        return layers(layer).filter(each -> each.below().isEmpty());
    }

    @Override
    public String toString() {
        return describe();
    }
}
