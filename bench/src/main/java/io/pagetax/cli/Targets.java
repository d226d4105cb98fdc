package io.pagetax.cli;

import io.pagetax.campaign.TargetSpec;
import io.pagetax.testfile.ScratchFolder;
import java.io.IOException;
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

    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9_.+-]+)=(.+)");

    private Targets() {}

    /** The targets named, or the folder that is found if none is. Names are unique and fit for file names and tags. */
    static List<TargetSpec> parse(List<String> words, CommandLine command) throws IOException {
        if (words.isEmpty()) {
            ScratchFolder folder = ScratchFolder.choose();
            command.getErr().println("target: " + folder.path() + ", " + folder.reason());
            command.getErr().flush();
            return List.of(new TargetSpec("disk", folder.path(), folder.reason()));
        }
        List<TargetSpec> targets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String word : words) {
            Matcher named = NAMED.matcher(word);
            TargetSpec target = named.matches()
                    ? new TargetSpec(named.group(1), Path.of(named.group(2)), null)
                    : new TargetSpec(nameOf(Path.of(word)), Path.of(word), null);
            if (!names.add(target.name())) {
                throw new ParameterException(
                        command, "--target " + word + ": two targets are named '" + target.name() + "'; use NAME=PATH");
            }
            targets.add(target);
        }
        return targets;
    }

    private static String nameOf(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "root" : last.toString();
        return name.replaceAll("[^A-Za-z0-9_.+-]", "_").toLowerCase(Locale.ROOT);
    }
}
