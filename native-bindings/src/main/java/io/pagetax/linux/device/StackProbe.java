package io.pagetax.linux.device;

import io.pagetax.linux.device.StorageLayer.FileSystem;
import io.pagetax.linux.device.StorageLayer.Memory;
import io.pagetax.linux.device.StorageLayer.Network;
import io.pagetax.linux.device.StorageLayer.Overlay;
import io.pagetax.linux.device.StorageLayer.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is below a file, from its mount on. */
final class StackProbe {

    private static final Set<String> WITHOUT_DEVICE =
            Set.of("9p", "afs", "ceph", "cifs", "fuse", "lustre", "nfs", "nfs4", "smb3", "vboxsf", "virtiofs");

    private static final int S_IFMT = 0170000;
    private static final int S_IFBLK = 0060000;

    private final MountTable mounts;
    private final Sysfs sysfs;
    private final DeviceProbe devices;

    StackProbe(MountTable mounts, Sysfs sysfs) {
        this.mounts = mounts;
        this.sysfs = sysfs;
        this.devices = new DeviceProbe(sysfs, this);
    }

    /**
     * What is below a file.
     *
     * @param realPath absolute, without symbolic links; the file exists
     * @param depth layers above
     */
    StorageLayer below(Path realPath, int depth) {
        if (depth > DeviceProbe.DEEPEST) {
            return DeviceProbe.TOO_DEEP;
        }
        String number = blockDeviceNumber(realPath);
        if (number != null) {
            return sysfs.deviceOfNumber(number)
                    .map(device -> devices.layer(device, depth))
                    .orElseGet(() -> new Unknown("sysfs has no device " + number));
        }
        return mounts.mountOf(realPath)
                .map(mount -> mount.fileSystem().equals("overlay")
                        ? overlay(mount, realPath, depth)
                        : fileSystem(mount, depth))
                .orElseGet(() -> new Unknown("no mount leads to the file"));
    }

    /** As sysfs writes it; null if the file is none. Told without opening it, for which privileges are needed. */
    private static @Nullable String blockDeviceNumber(Path file) {
        try {
            if (((int) Files.getAttribute(file, "unix:mode") & S_IFMT) != S_IFBLK) {
                return null;
            }
            // Twelve low bits of the major number and eight of the minor one come first, as in makedev(3).
            long device = (long) Files.getAttribute(file, "unix:rdev");
            long major = ((device >>> 32) & 0xffff_f000L) | ((device >>> 8) & 0xfffL);
            long minor = ((device >>> 12) & 0xffff_ff00L) | (device & 0xffL);
            return major + ":" + minor;
        } catch (IOException gone) {
            return null;
        }
    }

    private StorageLayer fileSystem(Mount mount, int depth) {
        return new FileSystem(
                mount.fileSystem(), mount.options(), mount.superOptions(), belowFileSystem(mount, depth + 1));
    }

    private List<StorageLayer> belowFileSystem(Mount mount, int depth) {
        String type = mount.fileSystem();
        if (mount.isMemory()) {
            return List.of(new Memory());
        }
        if (type.startsWith("fuse.") || WITHOUT_DEVICE.contains(type)) {
            return List.of(new Network());
        }
        Optional<Path> device = sysfs.deviceOfNumber(mount.device())
                .or(() -> KernelNames.absolutePath(mount.source()).flatMap(sysfs::deviceOfSource));
        if (device.isEmpty()) {
            return List.of(new Unknown("its mount names no block device"));
        }
        List<String> all = type.equals("btrfs") ? btrfsDevices(device.get()) : List.of();
        return all.isEmpty() ? List.of(devices.layer(device.get(), depth)) : devices.layers(all, depth);
    }

    /** Names of all devices of the btrfs that a device belongs to; empty if sysfs does not tell. */
    private List<String> btrfsDevices(Path device) {
        return Sysfs.entries(sysfs.root().resolve("fs/btrfs"), "*").stream()
                .map(fileSystem -> fileSystem.resolve("devices"))
                .filter(members -> Files.exists(members.resolve(device.getFileName()), LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .map(members -> Sysfs.names(members))
                .orElse(List.of());
    }

    private StorageLayer overlay(Mount mount, Path file, int depth) {
        OverlayFolders folders = OverlayFolders.of(mount.superOptions());
        String inside = pathInside(mount, file);
        Optional<Path> upper = firstWith(inside, folders.upper());
        Optional<Path> found = upper.or(() -> firstWith(inside, folders.lower()));
        Overlay.Side side = found.isEmpty() ? null : upper.isPresent() ? Overlay.Side.UPPER : Overlay.Side.LOWER;
        StorageLayer below = found.map(real -> below(real, depth + 1))
                .orElseGet(() -> new Unknown("none of its folders can be seen from here to hold the file"));
        return new Overlay(mount.options(), mount.superOptions(), side, List.of(below));
    }

    /** From the root of the file system on, which is not the mount point if a part of it is mounted. */
    private static String pathInside(Mount mount, Path file) {
        String below = mount.mountPoint().equals("/")
                ? file.toString()
                : file.toString().substring(mount.mountPoint().length());
        String path = mount.root().equals("/") ? below : mount.root() + below;
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static Optional<Path> firstWith(String inside, List<Path> folders) {
        return folders.stream()
                .map(folder -> KernelNames.real(folder.resolve(inside)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
