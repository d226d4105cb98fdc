package io.pagetax.environment;

import io.pagetax.linux.device.BlockDevice;
import io.pagetax.linux.device.Mount;
import io.pagetax.linux.device.MountTable;
import io.pagetax.linux.file.DioAlignment;
import io.pagetax.linux.file.FileStatus;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.result.TargetFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is recorded of a target. */
public final class TargetProbe {

    private TargetProbe() {}

    /**
     * Looks at a data file and what lies under it.
     *
     * @param name as rows refer to the target
     * @param shown the path that the user named or that was chosen
     * @param choice why it was chosen; null if it was named
     * @param dataFile an existing file, readable
     */
    public static TargetFacts facts(String name, Path shown, @Nullable String choice, Path dataFile)
            throws IOException {
        FileStatus status;
        try (LinuxFile file = LinuxFile.open(dataFile, OpenFlag.RDONLY)) {
            status = file.status();
        }
        boolean isDevice = status.kind() == FileStatus.Kind.BLOCK_DEVICE;
        Mount mount = isDevice
                ? null
                : MountTable.read().mountOf(dataFile.toRealPath()).orElse(null);
        BlockDevice device = device(status, mount);
        DioAlignment alignment = status.dioAlignment();
        return new TargetFacts(
                name,
                shown.toString(),
                choice,
                mount == null ? null : mount.fileSystem(),
                mount == null ? null : mount.options() + "," + mount.superOptions(),
                device == null ? null : device.name(),
                device == null ? null : device.model(),
                device == null ? null : device.queue().scheduler(),
                device == null ? null : device.queue().rotational(),
                device == null ? null : device.queue().logicalBlockSize(),
                alignment == null ? null : Integer.valueOf(alignment.memory()),
                alignment == null ? null : Integer.valueOf(alignment.offset()),
                device == null ? null : device.backing());
    }

    private static @Nullable BlockDevice device(FileStatus status, @Nullable Mount mount) {
        if (status.kind() == FileStatus.Kind.BLOCK_DEVICE) {
            return BlockDevice.ofNumber(status.specialDevice()).orElse(null);
        }
        // btrfs gives its files a number that no block device has; the mount's source then names the device.
        return BlockDevice.ofNumber(status.device())
                .or(() -> mount == null ? Optional.empty() : BlockDevice.ofSource(Path.of(mount.source())))
                .orElse(null);
    }
}
