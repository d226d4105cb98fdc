package io.pagetax.linux.device;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A partition as the kernel knows it, whether or not a table on the disk tells of it.
 *
 * @param name kernel name, such as {@code sda1} or {@code loop0p1}
 * @param number of it on its disk
 */
public record Partition(String name, int number, long startBytes, long sizeBytes) {

    /** Sizes in sysfs are in these, whatever the device. */
    private static final long SECTOR = 512;

    /** Those of a disk, in the order of their names; none of a device that is none or has none. */
    public static List<Partition> of(String disk) {
        return of(disk, Sysfs.OF_THIS_MACHINE);
    }

    static List<Partition> of(String disk, Sysfs sysfs) {
        List<Partition> found = new ArrayList<>();
        Optional<Path> folder = sysfs.device(disk);
        if (folder.isPresent()) {
            for (Path entry : Sysfs.entries(folder.get(), disk + "*")) {
                Long number = Sysfs.number(entry.resolve("partition"));
                if (number != null) {
                    found.add(new Partition(
                            entry.getFileName().toString(),
                            number.intValue(),
                            SECTOR * orZero(Sysfs.number(entry.resolve("start"))),
                            SECTOR * orZero(Sysfs.number(entry.resolve("size")))));
                }
            }
        }
        return List.copyOf(found);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
