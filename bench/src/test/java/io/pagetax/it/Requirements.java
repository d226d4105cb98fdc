package io.pagetax.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a test needs of the machine; unmet, it is skipped with the reason. */
final class Requirements {

    private Requirements() {}

    static void root() {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: needs root");
    }

    static void program(String name) {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        assumeTrue(found, "skipped: " + name + " is not installed");
    }

    static void longRun() {
        assumeTrue(Boolean.getBoolean("pagetax.long"), "skipped: takes minutes; scripts/test --long runs it");
    }
}
