package io.pagetax.linux.system;

import io.pagetax.linux.device.Mount;
import io.pagetax.linux.device.MountTable;
import io.pagetax.linux.syscall.NativeMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where a process is in the hierarchy that has a controller.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/cgroups.7.html">cgroups(7)</a>
 */
final class CgroupPath {

    /** Fields of a line of /proc/PID/cgroup: hierarchy, controllers, path. */
    private static final int FIELDS = 3;

    private CgroupPath() {}

    /**
     * The cgroups that hold a process, from the innermost up to the root, or as far up as is mounted.
     *
     * @param process its folder in /proc
     * @param controller such as {@code memory}
     * @return empty if no mounted hierarchy has the controller
     */
    static List<CgroupLevel> levels(Path process, String controller) throws IOException {
        MountTable mounts = MountTable.read(process.resolve("mountinfo"));
        String unified = null;
        for (String line : memberships(process)) {
            String[] fields = line.split(":", FIELDS);
            if (options(fields[1]).contains(controller)) {
                return levels(mounts, "cgroup", controller, fields[2], CgroupV1::new);
            }
            if (fields[0].equals("0")) {
                unified = fields[2];
            }
        }
        // A controller is in one hierarchy, and in the unified one only if no other has it.
        return unified == null ? List.of() : levels(mounts, "cgroup2", "", unified, CgroupV2::new);
    }

    private static List<String> memberships(Path process) throws IOException {
        try {
            byte[] text = Files.readAllBytes(process.resolve("cgroup"));
            return new String(text, NativeMemory.fileNameCharset()).lines().toList();
        } catch (NoSuchFileException withoutCgroups) {
            return List.of();
        }
    }

    private static List<String> options(String list) {
        return List.of(list.split(",", -1));
    }

    private static List<CgroupLevel> levels(
            MountTable mounts, String type, String option, String path, Function<Path, CgroupLevel> level) {
        return mounts.mounts().stream()
                .filter(mount -> mount.fileSystem().equals(type))
                .filter(mount ->
                        option.isEmpty() || options(mount.superOptions()).contains(option))
                .findFirst()
                .map(mount -> folders(mount, path).stream().map(level).toList())
                .orElse(List.of());
    }

    private static List<Path> folders(Mount mount, String path) {
        Path top = Path.of(mount.mountPoint());
        String root = mount.root().equals("/") ? "" : mount.root();
        boolean below = path.equals(root) || path.startsWith(root + "/");
        Path own = below ? Path.of(top + path.substring(root.length())).normalize() : top;
        // A container may see its own cgroup mounted as the root, while its path is that outside.
        if (!own.startsWith(top) || !Files.isDirectory(own)) {
            return List.of(top);
        }
        List<Path> folders = new ArrayList<>();
        for (Path folder = own; folder != null && folder.startsWith(top); folder = folder.getParent()) {
            folders.add(folder);
        }
        return folders;
    }
}
