package io.pagetax.linux.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who uses a block device, or a partition of it, as far as the kernel tells everybody: mounts, other devices that hold it
 * (device mapper, md, bcache), swap, loop devices on top. Who merely has it open is not told.
 */
public final class DeviceUse {

    private static final Path SWAPS = Path.of("/proc/swaps");
    private static final Path DEV = Path.of("/dev");

    private final Sysfs sysfs;
    private final MountTable mounts;
    private final List<String> swaps;

    DeviceUse(Sysfs sysfs, MountTable mounts, List<String> swaps) {
        this.sysfs = sysfs;
        this.mounts = mounts;
        this.swaps = swaps;
    }

    /**
     * Each use in a few words, such as {@code sda1 is mounted at /home}; empty if there is none.
     *
     * @param name kernel name of a disk or a partition
     * @throws IOException if the mounts of this process cannot be read
     */
    public static List<String> of(String name) throws IOException {
        List<String> swaps =
                Files.exists(SWAPS) ? Files.readAllLines(SWAPS, StandardCharsets.ISO_8859_1) : List.<String>of();
        return new DeviceUse(Sysfs.OF_THIS_MACHINE, MountTable.read(), swaps).uses(name);
    }

    List<String> uses(String name) {
        return Stream.concat(Stream.of(name), Partition.of(name, sysfs).stream().map(Partition::name))
                .flatMap(each -> usesOfItself(each).stream())
                .toList();
    }

    private List<String> usesOfItself(String name) {
        List<String> uses = new ArrayList<>();
        Optional<Path> device = sysfs.device(name);
        if (device.isEmpty()) {
            return uses;
        }
        String number =
                Optional.ofNullable(Sysfs.text(device.get().resolve("dev"))).orElse("");
        mounts.mounts().stream()
                .filter(mount -> mount.device().equals(number) || isSource(mount.source(), device.get()))
                .forEach(mount -> uses.add(name + " is mounted at " + mount.mountPoint()));
        Sysfs.names(device.get().resolve("holders")).forEach(holder -> uses.add(name + " is held by " + holder));
        if (uses.isEmpty() && isInBtrfs(name)) {
            uses.add(name + " belongs to a mounted btrfs");
        }
        swaps.stream()
                .map(line -> KernelNames.unescape(line.split("[ \t]", 2)[0]))
                .filter(source -> isSource(source, device.get()))
                .forEach(source -> uses.add(name + " is swap"));
        LoopDevice.of(LoopDevice.all(sysfs), DEV.resolve(name)).stream()
                .forEach(loop -> uses.add(name + " is behind " + loop.name()));
        return uses;
    }

    private boolean isSource(String source, Path device) {
        return KernelNames.absolutePath(source)
                .flatMap(sysfs::deviceOfSource)
                .filter(device::equals)
                .isPresent();
    }

    /** A btrfs of several devices is mounted by the name of one of them. */
    private boolean isInBtrfs(String name) {
        return Sysfs.entries(sysfs.root().resolve("fs/btrfs"), "*").stream()
                .anyMatch(volume -> Files.exists(volume.resolve("devices").resolve(name), LinkOption.NOFOLLOW_LINKS));
    }
}
