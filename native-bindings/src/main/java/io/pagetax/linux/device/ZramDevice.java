package io.pagetax.linux.device;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disk of compressed memory.
 *
 * @param number of it, as {@code hot_remove} takes it
 * @param diskSizeBytes 0 of one that is not set up; null where sysfs does not tell
 * @see <a href="https://docs.kernel.org/admin-guide/blockdev/zram.html">zram</a>
 */
public record ZramDevice(int number, @Nullable Long diskSizeBytes) {

    private static final String PREFIX = "zram";

    /** All of this machine. Needs no privileges. */
    public static List<ZramDevice> all() {
        return all(Sysfs.OF_THIS_MACHINE);
    }

    static List<ZramDevice> all(Sysfs sysfs) {
        List<ZramDevice> found = new ArrayList<>();
        for (Path device : Sysfs.entries(sysfs.root().resolve("block"), PREFIX + "[0-9]*")) {
            String number = device.getFileName().toString().substring(PREFIX.length());
            found.add(new ZramDevice(Integer.parseInt(number), Sysfs.number(device.resolve("disksize"))));
        }
        return List.copyOf(found);
    }

    /** Its kernel name, such as {@code zram1}. */
    public String name() {
        return PREFIX + number;
    }
}
