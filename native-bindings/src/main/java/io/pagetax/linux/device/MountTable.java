package io.pagetax.linux.device;

import io.pagetax.linux.syscall.NativeMemory;
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
        // Names are any bytes but NUL: read as Latin-1, none is malformed. Only a line feed ends a line, since the
        // kernel escapes it inside of names.
        String table = Files.readString(MOUNT_INFO, StandardCharsets.ISO_8859_1);
        return parse(List.of(table.strip().split("\n", -1)));
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
            boolean longest = best == null
                    || mount.mountPoint().length() >= best.mountPoint().length();
            if (longest && leadsTo(mount.mountPoint(), realPath.toString())) {
                best = mount;
            }
        }
        return Optional.ofNullable(best);
    }

    /** By text: a mount point may be named in a way that is no path to this JVM. */
    private static boolean leadsTo(String mountPoint, String path) {
        return mountPoint.equals("/") || path.equals(mountPoint) || path.startsWith(mountPoint + "/");
    }

    /** Undoes the kernel's escapes, and decodes a name as the JVM decodes file names. */
    private static String unescape(String field) {
        Matcher matcher = OCTAL_ESCAPE.matcher(field);
        String latin1 = matcher.replaceAll(
                match -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 8))));
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), NativeMemory.fileNameCharset());
    }
}
