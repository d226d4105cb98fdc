package io.pagetax.environment;

import io.pagetax.linux.device.BlockDevice;
import io.pagetax.linux.device.Mount;
import io.pagetax.result.VolumeFacts;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what of a file system matters to I/O. */
final class VolumeProbe {

    /** Those that neither keep checksums of contents, nor compress, nor write elsewhere what is not shared. */
    private static final Set<String> PLAIN =
            Set.of("ext2", "ext3", "ext4", "xfs", "jfs", "vfat", "exfat", "tmpfs", "ramfs");

    private static final Set<String> WITH_JOURNAL_MODE = Set.of("ext3", "ext4");
    private static final String BTRFS = "btrfs";
    private static final double PERCENT = 100;

    private final Facts facts;
    private final Path file;
    private final Mount mount;
    private final @Nullable BlockDevice device;
    private final List<String> options;

    VolumeProbe(Facts facts, Path file, Mount mount, @Nullable BlockDevice device) {
        this.facts = facts;
        this.file = file;
        this.mount = mount;
        this.device = device;
        this.options = Arrays.asList((mount.options() + "," + mount.superOptions()).split(",", -1));
    }

    VolumeFacts read() {
        Space space = space();
        String untold = "the file system does not tell how much room it has";
        String notKnown = "not known of " + mount.fileSystem();
        return new VolumeFacts(
                facts.known("volume.blockSizeBytes", space == null ? null : Long.valueOf(space.blockSize), untold),
                facts.known("volume.sizeBytes", space == null ? null : Long.valueOf(space.total), untold),
                facts.known("volume.freeBytes", space == null ? null : Long.valueOf(space.usable), untold),
                facts.known("volume.fillPercent", space == null ? null : space.fillPercent(), untold),
                facts.known("volume.dataChecksums", unless("nodatasum", "nodatacow"), notKnown),
                facts.known("volume.copyOnWrite", unless("nodatacow"), notKnown),
                facts.known("volume.compression", compression(), notKnown),
                journalMode());
    }

    /** Numbers that statfs(2) has, in bytes. */
    private record Space(long blockSize, long total, long unallocated, long usable) {

        private @Nullable Double fillPercent() {
            return total <= 0 ? null : Double.valueOf(PERCENT * (total - unallocated) / total);
        }
    }

    private @Nullable Space space() {
        try {
            FileStore store = Files.getFileStore(file);
            return new Space(
                    store.getBlockSize(), store.getTotalSpace(), store.getUnallocatedSpace(), store.getUsableSpace());
        } catch (IOException untold) {
            return null;
        }
    }

    /** What btrfs does unless one of these options is on, and the plain ones never do. */
    private @Nullable Boolean unless(String... off) {
        if (PLAIN.contains(mount.fileSystem())) {
            return false;
        }
        return mount.fileSystem().equals(BTRFS) ? Arrays.stream(off).noneMatch(options::contains) : null;
    }

    private @Nullable String compression() {
        if (PLAIN.contains(mount.fileSystem())) {
            return "none";
        }
        return mount.fileSystem().equals(BTRFS)
                ? options.stream()
                        .filter(option -> option.startsWith("compress"))
                        .findFirst()
                        .orElse("none")
                : null;
    }

    private @Nullable String journalMode() {
        String key = "volume.journalMode";
        if (!WITH_JOURNAL_MODE.contains(mount.fileSystem())) {
            return facts.known(key, null, mount.fileSystem() + " has no journal modes");
        }
        // The default is not among the mount options, but among those that the file system itself shows.
        String shown = "/proc/fs/" + mount.fileSystem() + "/" + (device == null ? "" : device.name()) + "/options";
        String text = facts.files().text(shown);
        String mode = Optional.ofNullable(Facts.find(text, "^data=(.*)$")).orElse("none");
        return facts.known(key, text == null ? null : mode, facts.files().whyNot(shown));
    }
}
