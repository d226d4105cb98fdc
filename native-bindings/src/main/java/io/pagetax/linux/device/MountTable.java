package io.pagetax.linux.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mounts that this process sees, in mount order.
 *
 * @param mounts all of them
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">proc_pid_mountinfo(5)</a>
 */
public record MountTable(List<Mount> mounts) {

    private static final Path MOUNT_INFO = Path.of("/proc/self/mountinfo");
    private static final Pattern OCTAL_ESCAPE = Pattern.compile("\\\\([0-7]{3})");

    /** Fields before the separator {@code -}: id, parent, device, root, mount point, options, then optional ones. */
    private static final int DEVICE_FIELD = 2;

    private static final int MOUNT_POINT_FIELD = 4;
    private static final int OPTIONS_FIELD = 5;

    /** Reads the table of this process. */
    public static MountTable read() throws IOException {
        return parse(Files.readAllLines(MOUNT_INFO, StandardCharsets.UTF_8));
    }

    static MountTable parse(List<String> lines) {
        List<Mount> mounts = new ArrayList<>();
        for (String line : lines) {
            String[] sides = line.split(" - ", 2);
            String[] left = sides[0].split(" ", -1);
            String[] right = sides[1].split(" ", 3);
            mounts.add(new Mount(
                    left[DEVICE_FIELD],
                    unescape(left[MOUNT_POINT_FIELD]),
                    left[OPTIONS_FIELD],
                    right[0],
                    unescape(right[1]),
                    right.length > 2 ? right[2] : ""));
        }
        return new MountTable(List.copyOf(mounts));
    }

    /**
     * The mount that a path lies on: the one with the longest mount point that leads to it, and of several on the same
     * point the last, which covers the others.
     *
     * @param realPath absolute, without symbolic links
     */
    public Optional<Mount> mountOf(Path realPath) {
        Mount best = null;
        for (Mount mount : mounts) {
            boolean leadsThere = realPath.startsWith(mount.mountPoint());
            if (leadsThere
                    && (best == null
                            || mount.mountPoint().length() >= best.mountPoint().length())) {
                best = mount;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String unescape(String field) {
        Matcher matcher = OCTAL_ESCAPE.matcher(field);
        return matcher.replaceAll(
                match -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 8))));
    }
}
