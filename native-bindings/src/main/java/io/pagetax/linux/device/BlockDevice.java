package io.pagetax.linux.device;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A block device as sysfs shows it; a partition with the facts of its disk. Every fact is null where sysfs does not tell.
 * What would tell one specimen from another, such as a serial number, is left alone.
 *
 * @param name kernel name, such as {@code nvme0n1p2}
 * @param model what the vendor calls the disk
 * @param firmware its revision; of a SATA disk four characters of it, which is what SCSI has room for
 * @param capacityBytes of the device itself, so of the partition if it is one
 * @param transport how the disk is attached, in the words of lsblk(8), such as {@code virtio}, {@code usb} or {@code
 *     ata}, which includes SATA; of a virtual device its driver, such as {@code loop}
 * @param temperatureCelsius of the disk, at the time of reading; NVMe has it, SATA with the module drivetemp
 * @param backing what is behind a loop device ({@code file, direct I/O on|off}) or a zram device ({@code memory})
 * @param queue of the disk
 */
public record BlockDevice(
        String name,
        @Nullable String model,
        @Nullable String firmware,
        @Nullable Long capacityBytes,
        @Nullable String transport,
        @Nullable Double temperatureCelsius,
        @Nullable String backing,
        BlockQueue queue) {

    /** Sizes in sysfs are in these, whatever the device. */
    private static final long SECTOR = 512;

    private static final double MILLI = 1000;
    private static final String HWMON = "hwmon[0-9]*";

    /** The device with a kernel name such as {@code sda1}; empty if there is none. */
    public static Optional<BlockDevice> ofName(String name) {
        return Sysfs.OF_THIS_MACHINE.device(name).map(BlockDevice::of);
    }

    /** The device with a number such as {@code 259:1}; empty if the number belongs to no block device. */
    public static Optional<BlockDevice> ofNumber(String majorMinor) {
        return Sysfs.OF_THIS_MACHINE.deviceOfNumber(majorMinor).map(BlockDevice::of);
    }

    /** The device that a mount's source names; empty if it names none. */
    public static Optional<BlockDevice> ofSource(Path source) {
        return Sysfs.OF_THIS_MACHINE.deviceOfSource(source).map(BlockDevice::of);
    }

    static BlockDevice of(Path device) {
        Path disk = Sysfs.diskOf(device);
        Long sectors = Sysfs.number(device.resolve("size"));
        return new BlockDevice(
                device.getFileName().toString(),
                Sysfs.text(disk.resolve("device/model")),
                firmware(disk.resolve("device")),
                sectors == null ? null : Long.valueOf(sectors * SECTOR),
                Transport.of(disk),
                temperature(disk.resolve("device")),
                backing(disk),
                BlockQueue.of(disk));
    }

    /** As NVMe, MMC (whose rev is another thing) and SCSI, with it libata, name the attribute. */
    private static @Nullable String firmware(Path hardware) {
        return Stream.of("firmware_rev", "fwrev", "rev")
                .map(attribute -> Optional.ofNullable(Sysfs.text(hardware.resolve(attribute))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double temperature(Path hardware) {
        // Below the disk (drivetemp), the NVMe controller, or on older kernels the controller's PCI device.
        // Where NVMe is set up for several paths, the device is a subsystem, and the controllers are in it.
        Stream<Path> parents = Stream.concat(
                Stream.of(hardware, hardware.resolve("hwmon"), hardware.resolve("device/hwmon")),
                Sysfs.entries(hardware, "nvme[0-9]*").stream());
        List<Long> milli = parents.flatMap(parent -> Sysfs.entries(parent, HWMON).stream())
                .map(sensor -> Optional.ofNullable(Sysfs.number(sensor.resolve("temp1_input"))))
                .flatMap(Optional::stream)
                .toList();
        return milli.isEmpty() ? null : Double.valueOf(milli.get(0) / MILLI);
    }

    private static @Nullable String backing(Path disk) {
        if (Sysfs.fileName(disk.resolve("loop/backing_file")) != null) {
            boolean directIo = Boolean.TRUE.equals(Sysfs.flag(disk.resolve("loop/dio")));
            return "file, direct I/O " + (directIo ? "on" : "off");
        }
        return disk.getFileName().toString().startsWith("zram") ? "memory" : null;
    }
}
