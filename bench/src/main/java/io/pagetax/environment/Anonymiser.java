package io.pagetax.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks what a record says of whose machine it was: the host's name and addresses, and paths, those of /proc and /sys
 * excepted. Thread-safe.
 */
public final class Anonymiser {

    /** What stands for the name of this host. */
    public static final String HOST = "host";

    private static final String PATH = "path";

    /** An absolute path up to the next character that usually ends one in a text. */
    private static final Pattern ANY_PATH =
            Pattern.compile("(?<![\\w./>~])/(?!(?:proc|sys)/)[^\\s/:,;()\"'<>][^\\s:,;()\"'<>]*");

    private static final Pattern ADDRESS = Pattern.compile(
            "\\b((?:mount|client|local)?addr|ip|nfsroot|nameserver|netdev|username|user|domain|(?:systemd\\.)?hostname)"
                    + "=[^\\s,]+");

    /** Keys of what has a name that the user gave it; file names and histograms bear it, too. */
    private static final Set<String> NAMES = Set.of(
            "id", "row", "rows", "target", "name", "histogram", "numerator", "subtracted", "denominator", "direct");

    /** Options whose values are paths. */
    private static final Set<String> PATH_OPTIONS = Set.of("--target", "--out");

    private final Map<Path, String> names;
    private final Map<String, String> literals;
    private final Pattern host;

    private Anonymiser(Map<Path, String> names, String host) {
        this.names = Map.copyOf(names);
        this.literals = literals(names);
        String label = host.split("\\.", 2)[0];
        this.host = Pattern.compile("(?<!\\w)(?:" + Pattern.quote(host) + "|" + Pattern.quote(label) + ")(?!\\w)");
    }

    /**
     * For records that speak of these paths by their absolute names.
     *
     * @param names what stands for each path
     */
    public static Anonymiser of(Map<Path, String> names) {
        return of(names, hostName());
    }

    /**
     * For records of another machine.
     *
     * @param host its name
     */
    public static Anonymiser of(Map<Path, String> names, String host) {
        return new Anonymiser(
                names.entrySet().stream()
                        .collect(Collectors.toMap(
                                name -> name.getKey().toAbsolutePath().normalize(), Map.Entry::getValue)),
                host);
    }

    /** The name of this host; {@code localhost} if it has none. */
    public static String hostName() {
        // Not asked of the network: a name that it does not know is no less telling.
        String name = SystemFiles.OF_THIS_MACHINE.text("/proc/sys/kernel/hostname");
        return name == null || name.isEmpty() ? "localhost" : name;
    }

    private static Map<String, String> literals(Map<Path, String> names) {
        Map<String, String> all = new LinkedHashMap<>();
        names.forEach((path, name) -> {
            all.put(path.toString(), name);
            try {
                all.put(path.toRealPath().toString(), name);
            } catch (IOException absent) {
                // Then nothing speaks of where it really is.
            }
        });
        // Paths with spaces, which no pattern finds in a text.
        all.putIfAbsent(System.getProperty("user.home", "/"), PATH);
        all.putIfAbsent(Path.of("").toAbsolutePath().toString(), PATH);
        all.remove("/");
        return all;
    }

    /** A text of any kind. */
    public String mask(String text) {
        String masked = text;
        for (String literal : literals.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.toList())) {
            masked = Pattern.compile("(?<![\\w.])" + Pattern.quote(literal) + "(?![\\w.-])")
                    .matcher(masked)
                    .replaceAll(Matcher.quoteReplacement(literals.getOrDefault(literal, PATH)));
        }
        masked = ANY_PATH.matcher(masked).replaceAll(PATH);
        masked = ADDRESS.matcher(masked).replaceAll("$1=*");
        return host.matcher(masked).replaceAll(HOST);
    }

    /** A text in a record, unless its key says that it is a name that the user gave. */
    public String mask(String text, String key) {
        return NAMES.contains(key) ? text : mask(text);
    }

    /** A command line, in which paths may be relative. */
    public List<String> command(List<String> arguments) {
        List<String> masked = new ArrayList<>();
        String option = "";
        for (String argument : arguments) {
            boolean isPath = PATH_OPTIONS.contains(option) || PATH_OPTIONS.contains(argument.split("=", 2)[0]);
            masked.add(mask(isPath ? named(argument) : argument));
            option = argument;
        }
        return masked;
    }

    /** {@code PATH}, {@code NAME=PATH}, {@code --target=PATH} and {@code --target=NAME=PATH} with the path's name. */
    private String named(String argument) {
        int start = 0;
        while (!names.containsKey(path(argument.substring(start)))) {
            start = argument.indexOf('=', start) + 1;
            if (start == 0) {
                return argument;
            }
        }
        return argument.substring(0, start) + names.get(path(argument.substring(start)));
    }

    private static Path path(String word) {
        return Path.of(word).toAbsolutePath().normalize();
    }
}
