package io.pagetax.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a test needs of the machine; unmet, it is skipped with the reason. */
final class Requirements {

    /** The first number of at least two digits: {@code java-17-openjdk}, {@code java-1.17.0-openjdk}. */
    private static final Pattern FEATURE_VERSION = Pattern.compile("(?<![0-9])([1-9][0-9])(?![0-9])");

    private Requirements() {}

    static void root() {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: needs root");
    }

    static Path program(String name) {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: " + name + " is not installed");
        return found.orElseThrow();
    }

    static void longRun() {
        assumeTrue(Boolean.getBoolean("pagetax.long"), "skipped: takes minutes; scripts/test --long runs it");
    }

    /** The home of an installed JDK whose feature version is in a range. */
    static Path java(int from, int to) throws IOException {
        Path known = Path.of("/usr/lib/jvm");
        assumeTrue(Files.isDirectory(known), "skipped: no " + known);
        try (Stream<Path> homes = Files.list(known)) {
            Optional<Path> home = homes.filter(each -> Files.isExecutable(each.resolve("bin/java")))
                    .filter(each -> version(each) >= from && version(each) <= to)
                    .findFirst();
            assumeTrue(home.isPresent(), "skipped: no JDK from " + from + " to " + to + " in " + known);
            return home.orElseThrow();
        }
    }

    private static int version(Path home) {
        Matcher number = FEATURE_VERSION.matcher(home.getFileName().toString());
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }
}
