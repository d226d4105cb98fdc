package io.pagetax.linux.device;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A loop device that has a file, as sysfs shows it.
 *
 * @param name kernel name, such as {@code loop3}
 * @param backingFile as the kernel names it; one that was deleted ends in {@value #DELETED}
 * @param directIo whether it goes past the page cache of its file; null where sysfs does not tell
 */
public record LoopDevice(
        String name, String backingFile, @Nullable Boolean directIo) {

    /** What the kernel appends to the name of a file that is gone. */
    public static final String DELETED = " (deleted)";

    /** All that have a file. Needs no privileges. */
    public static List<LoopDevice> all() {
        return all(Sysfs.OF_THIS_MACHINE);
    }

    static List<LoopDevice> all(Sysfs sysfs) {
        return Sysfs.entries(sysfs.root().resolve("block"), "loop*").stream()
                .flatMap(device -> of(device).stream())
                .toList();
    }

    private static Optional<LoopDevice> of(Path device) {
        return Optional.ofNullable(Sysfs.fileName(device.resolve("loop/backing_file")))
                .map(file ->
                        new LoopDevice(device.getFileName().toString(), file, Sysfs.flag(device.resolve("loop/dio"))));
    }

    /**
     * Those behind which a file is, or was until it was deleted.
     *
     * @param file without symbolic links
     */
    public static List<LoopDevice> of(List<LoopDevice> devices, Path file) {
        String name = file.toString();
        return devices.stream()
                .filter(device -> Stream.of(name, name + DELETED).anyMatch(device.backingFile()::equals))
                .toList();
    }
}
