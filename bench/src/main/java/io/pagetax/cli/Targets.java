package io.pagetax.cli;

import io.pagetax.campaign.TargetSpec;
import io.pagetax.testfile.ScratchFolder;
import io.pagetax.testfile.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Targets from {@code [NAME=]PATH}. */
final class Targets {

    private static final String DEFAULT_NAME = "disk";
    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9_.+-]+)=(.+)");

    private Targets() {}

    /**
     * The targets named, or the folder that is found if none is. Names are unique and fit for file names and tags.
     *
     * @param anonymous whether a target that has no name is numbered, since its path would tell too much
     */
    static List<TargetSpec> parse(List<String> words, boolean anonymous, CommandLine command) throws IOException {
        if (words.isEmpty()) {
            ScratchFolder folder = ScratchFolder.choose();
            command.getErr().println("target: " + folder.path() + ", " + folder.reason());
            command.getErr().flush();
            return List.of(new TargetSpec(DEFAULT_NAME, folder.path(), folder.reason()));
        }
        List<TargetSpec> targets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String word : words) {
            Matcher named = NAMED.matcher(word);
            String name = anonymous ? "target" + (targets.size() + 1) : nameOf(Path.of(word));
            TargetSpec given = named.matches()
                    ? new TargetSpec(named.group(1), Path.of(named.group(2)), null)
                    : new TargetSpec(name, Path.of(word), null);
            TargetSpec target = anonymous ? absolute(given) : given;
            if (!names.add(target.name())) {
                throw new ParameterException(
                        command, "--target " + word + ": two targets are named '" + target.name() + "'; use NAME=PATH");
            }
            targets.add(target);
        }
        return targets;
    }

    /**
     * The path of a target.
     *
     * @throws TargetException if there is nothing, or nothing that this user may read
     */
    static Path requireExisting(TargetSpec target) throws TargetException {
        if (!Files.exists(target.path())) {
            throw new TargetException(
                    "no such target: " + target.path() + "; name an existing folder, file or block device");
        }
        if (!Files.isReadable(target.path())) {
            throw new TargetException("the target is not readable for this user: " + target.path());
        }
        return target.path();
    }

    /** With a path that is unlike other words, so that it is found wherever it is told. */
    private static TargetSpec absolute(TargetSpec target) {
        return new TargetSpec(target.name(), target.path().toAbsolutePath().normalize(), target.choice());
    }

    private static String nameOf(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "root" : last.toString();
        return name.replaceAll("[^A-Za-z0-9_.+-]", "_").toLowerCase(Locale.ROOT);
    }
}
