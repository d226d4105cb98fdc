package io.pagetax.linux.device;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folders that an overlay is made of, as its mount names them.
 *
 * @param upper paths that the upper folder may have; empty if it is read-only. Kernels differ in whether they show the
 *     backslashes with which the path was given, so there may be two
 * @param lower from the topmost down; those that hold only data (after {@code ::}) at the end
 * @see <a href="https://docs.kernel.org/filesystems/overlayfs.html">Overlay Filesystem</a>
 */
record OverlayFolders(List<Path> upper, List<Path> lower) {

    /** Colons part folders, unless a backslash stands before them. */
    private static final Pattern FOLDER = Pattern.compile("(?:\\\\.|[^:\\\\])+");

    private static final Pattern BACKSLASHED = Pattern.compile("\\\\(.)");

    static OverlayFolders of(String superOptions) {
        List<Path> upper = new ArrayList<>();
        List<Path> lower = new ArrayList<>();
        // Commas inside of values are escaped in octal.
        for (String option : superOptions.split(",", -1)) {
            String[] pair = option.split("=", 2);
            String value = pair.length == 1 ? "" : KernelNames.unescape(pair[1]);
            switch (pair[0]) {
                case "upperdir" -> {
                    path(value).ifPresent(upper::add);
                    KernelNames.absolutePath(value).ifPresent(upper::add);
                }
                case "lowerdir" ->
                    FOLDER.matcher(value)
                            .results()
                            .forEach(folder -> path(folder.group()).ifPresent(lower::add));
                // Mounted one by one, through fsconfig(2): nothing is escaped.
                case "lowerdir+", "datadir+" -> KernelNames.absolutePath(value).ifPresent(lower::add);
                default -> {
                    // About something else than folders.
                }
            }
        }
        return new OverlayFolders(upper.stream().distinct().toList(), List.copyOf(lower));
    }

    private static Optional<Path> path(String backslashed) {
        return KernelNames.absolutePath(BACKSLASHED.matcher(backslashed).replaceAll("$1"));
    }
}
