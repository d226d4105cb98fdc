package io.pagetax.lab;

import io.pagetax.linux.device.BlockDevice;
import io.pagetax.linux.device.DeviceUse;
import io.pagetax.linux.device.Partition;
import io.pagetax.linux.device.StorageStack;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.workload.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device may be written to: never while anybody uses it, and only by its own name if there is anything on it.
 *
 * @param device without symbolic links
 * @param model what its vendor calls it; null if it has no name
 * @param uses by whom, in a few words each
 * @param contents what is on it, in a few words each
 */
public record DeviceCheck(
        Path device, @Nullable String model, long sizeBytes, List<String> uses, List<String> contents) {

    private static final List<Path> SYSTEM = Stream.of("/", "/boot", "/boot/efi", "/usr", "/var", "/home")
            .map(Path::of)
            .toList();

    /**
     * Looks at a device; changes nothing on it. Needs root.
     *
     * @param path a block device, or a symbolic link to one
     * @throws LabException if it is none, or if it cannot be looked at
     */
    public static DeviceCheck of(Path path) throws IOException {
        Optional<BlockDevice> found = Files.exists(path) ? BlockDevice.ofSource(path.toRealPath()) : Optional.empty();
        BlockDevice facts = found.orElseThrow(() -> new LabException(path + " is no block device"));
        Path device = path.toRealPath();
        List<String> uses = new ArrayList<>(DeviceUse.of(facts.name()));
        for (Path folder : SYSTEM) {
            if (Files.exists(folder) && below(folder).contains(facts.name())) {
                uses.add(facts.name() + " holds the files of this system");
                break;
            }
        }
        if (uses.isEmpty()) {
            otherUse(device).ifPresent(uses::add);
        }
        // What is in use is refused in any case, and may not be readable.
        List<String> contents = uses.isEmpty() ? contents(device) : List.of();
        Long capacity = facts.capacityBytes();
        return new DeviceCheck(device, facts.model(), capacity == null ? 0 : capacity, List.copyOf(uses), contents);
    }

    private static List<String> contents(Path device) throws IOException {
        Stream<String> signatures = Signatures.of(device).stream()
                .map(signature -> signature.type() + (signature.uuid().isEmpty() ? "" : " (" + signature.uuid() + ")"));
        // Those of another lab are in no table, and may hold no file system.
        Stream<String> partitions = Partition.of(device.getFileName().toString()).stream()
                .map(partition -> "partition " + partition.name());
        return Stream.concat(signatures, partitions).toList();
    }

    private static List<String> below(Path folder) throws IOException {
        StorageStack stack = StorageStack.of(folder);
        return Stream.concat(stack.topDevices().stream(), stack.bottomDevices().stream())
                .toList();
    }

    /** What is in use by the kernel cannot be opened exclusively; pools of ZFS are told by nothing else. */
    private static Optional<String> otherUse(Path device) throws IOException {
        try {
            LinuxFile.open(device, OpenFlag.RDONLY, OpenFlag.EXCL).close();
            return Optional.empty();
        } catch (NativeIoException refused) {
            if (refused.errno() == Errno.EBUSY) {
                return Optional.of(device + " is in use, and the kernel does not tell by whom");
            }
            throw refused;
        }
    }

    /** What was found, for people to see before anything is done. */
    public String describe() {
        String found = contents.isEmpty() ? "no signature found" : "found " + String.join(", ", contents);
        return device + ": " + (model == null ? "no model name" : model) + ", " + ByteSize.format(sizeBytes) + ", "
                + (uses.isEmpty() ? "not in use, " + found : String.join(", ", uses));
    }

    /**
     * What is to be done before the device is taken.
     *
     * @param destroy the device that the user gave up, if any
     * @throws LabException if the device must not be touched
     */
    public Preparation prepare(LabPlan plan, @Nullable Path destroy) throws IOException {
        if (!uses.isEmpty()) {
            throw new LabException(device + " is left alone: " + String.join(", ", uses)
                    + "; what is in use is never taken, --destroy or not");
        }
        boolean given =
                destroy != null && Files.exists(destroy) && destroy.toRealPath().equals(device);
        if (!contents.isEmpty() && !given) {
            throw new LabException(device + " is left alone, since it is not empty: " + String.join(", ", contents)
                    + "; --destroy " + device + " gives it up");
        }
        return Preparation.of(plan, device, !contents.isEmpty());
    }
}
