package io.pagetax.linux.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Block devices in sysfs. What cannot be read is null or empty, whatever the cause: absent on this kernel, not for this
 * user, or gone with the device.
 *
 * @param root where sysfs is mounted
 */
record Sysfs(Path root) {

    static final Sysfs OF_THIS_MACHINE = new Sysfs(Path.of("/sys"));

    private static final Path DEV = Path.of("/dev");

    /** The folder of the device with a kernel name, without symbolic links, so that a partition's lies in its disk's. */
    Optional<Path> device(String name) {
        return KernelNames.real(root.resolve("class/block").resolve(name)).filter(Sysfs::isDevice);
    }

    /** The folder of the device with a number such as {@code 259:1}. */
    Optional<Path> deviceOfNumber(String majorMinor) {
        return KernelNames.real(root.resolve("dev/block").resolve(majorMinor)).filter(Sysfs::isDevice);
    }

    /**
     * The folder of the device that a mount's source names. The source may be absent here, as in most containers: then
     * its name decides.
     */
    Optional<Path> deviceOfSource(Path source) {
        if (!source.startsWith(DEV)) {
            return Optional.empty();
        }
        Path node = KernelNames.real(source).orElse(source);
        if (!node.startsWith(DEV)) {
            return Optional.empty();
        }
        // In a kernel name an exclamation mark stands for the slash, as in cciss!c0d0.
        String name = DEV.relativize(node).toString().replace('/', '!');
        return device(name).or(() -> deviceMapped(node));
    }

    private Optional<Path> deviceMapped(Path node) {
        return entries(root.resolve("class/block"), "dm-*").stream()
                .filter(device ->
                        DEV.resolve("mapper/" + text(device.resolve("dm/name"))).equals(node))
                .findFirst()
                .flatMap(KernelNames::real);
    }

    /** Not so a folder that a name such as {@code ..} leads to. */
    private static boolean isDevice(Path folder) {
        return Files.exists(folder.resolve("dev"));
    }

    /** A partition has no queue of its own: the facts are those of the disk, one level up. */
    static Path diskOf(Path device) {
        return isPartition(device) ? device.resolve("..").normalize() : device;
    }

    static boolean isPartition(Path device) {
        return Files.exists(device.resolve("partition"));
    }

    /** Paths in a folder that match a glob, in the order of their names. */
    static List<Path> entries(Path folder, String glob) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException absent) {
            return List.of();
        }
        Collections.sort(found);
        return found;
    }

    /** Names of what is in a folder, sorted. */
    static List<String> names(Path folder) {
        return entries(folder, "*").stream()
                .map(entry -> entry.getFileName().toString())
                .toList();
    }

    static @Nullable String text(Path attribute) {
        String line = line(attribute);
        return line == null ? null : KernelNames.decode(line).strip();
    }

    /** A file name, in which white space counts. */
    static @Nullable String fileName(Path attribute) {
        String line = line(attribute);
        return line == null ? null : KernelNames.decode(line);
    }

    static @Nullable Long number(Path attribute) {
        String text = text(attribute);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    static @Nullable Boolean flag(Path attribute) {
        String text = text(attribute);
        return text == null ? null : text.equals("1");
    }

    private static @Nullable String line(Path attribute) {
        try {
            String content = Files.readString(attribute, StandardCharsets.ISO_8859_1);
            return content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
        } catch (IOException untold) {
            return null;
        }
    }
}
