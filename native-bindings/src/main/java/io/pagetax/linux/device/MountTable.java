package io.pagetax.linux.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mounts that this process sees, in mount order.
 *
 * @param mounts all of them
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">proc_pid_mountinfo(5)</a>
 */
public record MountTable(List<Mount> mounts) {

    private static final Path MOUNT_INFO = Path.of("/proc/self/mountinfo");

    /** Fields before the separator {@code -}: these, then optional ones. */
    private static final int ID_FIELD = 0;

    private static final int PARENT_FIELD = 1;
    private static final int DEVICE_FIELD = 2;
    private static final int ROOT_FIELD = 3;
    private static final int MOUNT_POINT_FIELD = 4;
    private static final int OPTIONS_FIELD = 5;

    /** Reads the table of this process. */
    public static MountTable read() throws IOException {
        return read(MOUNT_INFO);
    }

    /**
     * Reads the table of a process.
     *
     * @param mountInfo such as {@code /proc/1/mountinfo}
     */
    public static MountTable read(Path mountInfo) throws IOException {
        // Only a line feed ends a line, since the kernel escapes it inside of names.
        String table = Files.readString(mountInfo, StandardCharsets.ISO_8859_1);
        return parse(List.of(table.strip().split("\n", -1)));
    }

    static MountTable parse(List<String> lines) {
        List<Mount> mounts = new ArrayList<>();
        for (String line : lines) {
            String[] sides = line.split(" - ", 2);
            String[] left = sides[0].split(" ", -1);
            String[] right = sides[1].split(" ", 3);
            mounts.add(new Mount(
                    Integer.parseInt(left[ID_FIELD]),
                    Integer.parseInt(left[PARENT_FIELD]),
                    left[DEVICE_FIELD],
                    KernelNames.unescape(left[ROOT_FIELD]),
                    KernelNames.unescape(left[MOUNT_POINT_FIELD]),
                    left[OPTIONS_FIELD],
                    right[0],
                    KernelNames.unescape(right[1]),
                    right.length > 2 ? right[2] : ""));
        }
        return new MountTable(List.copyOf(mounts));
    }

    /**
     * The mount that a path lies on. Found as the kernel finds it, from the root from one mount to the next, so that a
     * mount that a later one hides is passed by.
     *
     * @param realPath absolute, without symbolic links
     */
    public Optional<Mount> mountOf(Path realPath) {
        Set<Integer> ids = mounts.stream().map(Mount::id).collect(Collectors.toSet());
        // The root's parent is outside of what is seen, or is the root itself.
        Mount here = next(realPath, mount -> !ids.contains(mount.parentId()) || mount.parentId() == mount.id());
        Mount last = null;
        // Each step goes to a mount that has not been met: the bound holds only against a table that is none.
        for (int steps = 0; here != null && steps < mounts.size(); steps++) {
            int id = here.id();
            last = here;
            here = next(realPath, mount -> mount.parentId() == id && mount.id() != id);
        }
        return Optional.ofNullable(last);
    }

    /** Of mounts on the same parent, the one that the path meets first, and of several at one point the last. */
    private @Nullable Mount next(Path realPath, Predicate<Mount> candidate) {
        Mount first = null;
        for (Mount mount : mounts) {
            boolean nearer = first == null
                    || mount.mountPoint().length() <= first.mountPoint().length();
            if (nearer && candidate.test(mount) && leadsTo(mount.mountPoint(), realPath.toString())) {
                first = mount;
            }
        }
        return first;
    }

    /** By text: a mount point may be named in a way that is no path to this JVM. */
    private static boolean leadsTo(String mountPoint, String path) {
        return mountPoint.equals("/") || path.equals(mountPoint) || path.startsWith(mountPoint + "/");
    }
}
