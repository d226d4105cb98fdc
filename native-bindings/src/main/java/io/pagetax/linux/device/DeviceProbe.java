package io.pagetax.linux.device;

import io.pagetax.linux.device.StorageLayer.DeviceMapper;
import io.pagetax.linux.device.StorageLayer.Disk;
import io.pagetax.linux.device.StorageLayer.Loop;
import io.pagetax.linux.device.StorageLayer.Md;
import io.pagetax.linux.device.StorageLayer.MemoryDisk;
import io.pagetax.linux.device.StorageLayer.Partition;
import io.pagetax.linux.device.StorageLayer.Stacked;
import io.pagetax.linux.device.StorageLayer.Unknown;
import io.pagetax.linux.device.StorageLayer.Zram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what is below a block device. */
final class DeviceProbe {

    /** More layers than anybody stacks: only wrong answers of the system lead further down. */
    static final int DEEPEST = 24;

    static final StorageLayer TOO_DEEP = new Unknown("more than " + DEEPEST + " layers");

    private static final Pattern MEMORY_DISK = Pattern.compile("(ram|pmem)\\d.*");
    private static final String DELETED = " (deleted)";

    /** A UUID, or digits enough for a WWN or another id. */
    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\p{XDigit}{16,}");

    private final Sysfs sysfs;
    private final StackProbe files;

    DeviceProbe(Sysfs sysfs, StackProbe files) {
        this.sysfs = sysfs;
        this.files = files;
    }

    /** Devices side by side, by their kernel names. */
    List<StorageLayer> layers(List<String> names, int depth) {
        return names.stream().map(name -> layer(name, depth)).toList();
    }

    private StorageLayer layer(String name, int depth) {
        return sysfs.device(name)
                .map(device -> layer(device, depth))
                .orElseGet(() -> new Unknown("sysfs has no device " + name));
    }

    /**
     * A device.
     *
     * @param device its folder in sysfs, without symbolic links
     * @param depth layers above
     */
    StorageLayer layer(Path device, int depth) {
        if (depth > DEEPEST) {
            return TOO_DEEP;
        }
        String name = device.getFileName().toString();
        if (Sysfs.isPartition(device)) {
            return new Partition(name, List.of(layer(Sysfs.diskOf(device), depth + 1)));
        }
        if (name.startsWith("loop")) {
            return loop(name, device.resolve("loop"), depth);
        }
        if (name.startsWith("zram")) {
            return new Zram(name);
        }
        if (MEMORY_DISK.matcher(name).matches()) {
            return new MemoryDisk(name);
        }
        return composite(name, device, layers(Sysfs.names(device.resolve("slaves")), depth + 1));
    }

    private static StorageLayer composite(String name, Path device, List<StorageLayer> slaves) {
        if (Files.exists(device.resolve("dm"))) {
            return new DeviceMapper(
                    name,
                    prefix(Sysfs.text(device.resolve("dm/uuid"))),
                    withoutIds(Sysfs.text(device.resolve("dm/name"))),
                    slaves);
        }
        if (Files.exists(device.resolve("md"))) {
            return new Md(name, Sysfs.text(device.resolve("md/level")), slaves);
        }
        return slaves.isEmpty() ? new Disk(name) : new Stacked(name, slaves);
    }

    private static @Nullable String prefix(@Nullable String uuid) {
        return uuid == null || uuid.indexOf('-') < 0 ? null : uuid.substring(0, uuid.indexOf('-'));
    }

    private static @Nullable String withoutIds(@Nullable String name) {
        return name == null ? null : ID.matcher(name).replaceAll("*");
    }

    private StorageLayer loop(String name, Path facts, int depth) {
        String file = Sysfs.fileName(facts.resolve("backing_file"));
        Boolean directIo = Sysfs.flag(facts.resolve("dio"));
        return new Loop(name, file, directIo, List.of(belowLoop(file, depth + 1)));
    }

    private StorageLayer belowLoop(@Nullable String file, int depth) {
        if (file == null) {
            return new Unknown("no file is attached");
        }
        // A name may end in these words by itself: the file is looked for before they are believed.
        Optional<Path> path = KernelNames.absolutePath(file).flatMap(KernelNames::real);
        String cause = file.endsWith(DELETED) ? "its file was deleted" : "its file cannot be seen from here";
        return path.map(real -> files.below(real, depth)).orElseGet(() -> new Unknown(cause));
    }
}
