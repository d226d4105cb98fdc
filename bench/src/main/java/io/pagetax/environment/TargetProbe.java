package io.pagetax.environment;

import io.pagetax.linux.device.BlockDevice;
import io.pagetax.linux.device.Mount;
import io.pagetax.linux.device.MountTable;
import io.pagetax.linux.device.StorageStack;
import io.pagetax.linux.file.AtomicWrites;
import io.pagetax.linux.file.DioAlignment;
import io.pagetax.linux.file.FileStatus;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.result.DiskFacts;
import io.pagetax.result.TargetFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is recorded of a target. Used once. */
public final class TargetProbe {

    private static final String NO_DEVICE = "no block device of this machine is at hand";
    private static final String NOT_TOLD = "sysfs does not tell";

    private final Facts facts = new Facts(SystemFiles.OF_THIS_MACHINE);
    private final Path file;
    private final FileStatus status;
    private final @Nullable Mount mount;
    private final StorageStack stack;
    private final @Nullable BlockDevice device;

    private TargetProbe(Path file) throws IOException {
        this.file = file;
        this.status = status(file);
        this.mount =
                isDevice() ? null : MountTable.read().mountOf(file.toRealPath()).orElse(null);
        this.stack = StorageStack.of(file);
        this.device = device();
    }

    /**
     * Looks at a data file and what lies under it.
     *
     * @param name as rows refer to the target
     * @param shown the path that the user named or that was chosen
     * @param choice why it was chosen; null if it was named
     * @param file readable: a data file or a block device; or a folder, in which then a nameless file is made for a moment,
     *     if it can be
     */
    public static TargetFacts facts(String name, Path shown, @Nullable String choice, Path file) throws IOException {
        return new TargetProbe(file).facts(name, shown, choice);
    }

    private static FileStatus status(Path file) throws NativeIoException {
        if (Files.isDirectory(file)) {
            try (LinuxFile nameless = LinuxFile.open(file, OpenFlag.RDWR, OpenFlag.TMPFILE)) {
                return nameless.status();
            } catch (NativeIoException refused) {
                // Read-only, or a file system without such files: the folder itself tells less, but something.
            }
        }
        try (LinuxFile open = LinuxFile.open(file, OpenFlag.RDONLY)) {
            return open.status();
        }
    }

    private boolean isDevice() {
        return status.kind() == FileStatus.Kind.BLOCK_DEVICE;
    }

    private @Nullable BlockDevice device() {
        if (isDevice()) {
            return BlockDevice.ofNumber(status.specialDevice()).orElse(null);
        }
        // btrfs and overlays give their files a number that no block device has: the layers below then name the device.
        return BlockDevice.ofNumber(status.device())
                .or(() -> mount == null ? Optional.empty() : BlockDevice.ofSource(Path.of(mount.source())))
                .or(() -> stack.topDevices().stream().findFirst().flatMap(BlockDevice::ofName))
                .orElse(null);
    }

    private TargetFacts facts(String name, Path shown, @Nullable String choice) {
        String noFileSystem = isDevice() ? "a block device is no file system" : "no mount leads there";
        String options = mount == null ? null : Identifiers.leftOutOf(mount.options() + "," + mount.superOptions());
        DioAlignment dio = status.dioAlignment();
        AtomicWrites atomic = status.atomicWrites();
        String noDio = "statx(2) does not tell: the kernel is older than 6.1, or the file system does not say";
        String noAtomic = "statx(2) does not tell: the kernel is older than 6.11, or the file system does not say";
        return new TargetFacts(
                name,
                shown.toString(),
                facts.known("choice", choice, "the target was named"),
                facts.known("filesystem", mount == null ? null : mount.fileSystem(), noFileSystem),
                facts.known("mountOptions", options, noFileSystem),
                known("device", device == null ? null : device.name()),
                known("deviceModel", device == null ? null : device.model()),
                known("scheduler", device == null ? null : device.queue().scheduler()),
                known("rotational", device == null ? null : device.queue().rotational()),
                known("logicalBlockSize", device == null ? null : device.queue().logicalBlockSize()),
                facts.known("dioMemAlign", dio == null ? null : Integer.valueOf(dio.memory()), noDio),
                facts.known("dioOffsetAlign", dio == null ? null : Integer.valueOf(dio.offset()), noDio),
                facts.known("backing", device == null ? null : device.backing(), "neither a loop nor a zram device"),
                facts.known("dioReadOffsetAlign", dio == null ? null : Integer.valueOf(dio.readOffset()), noDio),
                facts.known("atomicWriteMinBytes", atomic == null ? null : Integer.valueOf(atomic.unitMin()), noAtomic),
                facts.known("atomicWriteMaxBytes", atomic == null ? null : Integer.valueOf(atomic.unitMax()), noAtomic),
                stack.describe(),
                mount == null
                        ? facts.known("volume", null, noFileSystem)
                        : new VolumeProbe(facts, file, mount, device).read(),
                new DataFileProbe(facts, file, status).read(),
                disks(),
                facts.unknown());
    }

    private <T> @Nullable T known(String key, @Nullable T value) {
        return facts.known(key, value, device == null ? NO_DEVICE : NOT_TOLD);
    }

    private List<DiskFacts> disks() {
        return stack.bottomDevices().stream()
                .map(BlockDevice::ofName)
                .flatMap(Optional::stream)
                .map(disk -> DiskProbe.facts(facts, disk))
                .toList();
    }
}
