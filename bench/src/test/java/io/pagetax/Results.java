package io.pagetax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The runs that are published with this program, some by older versions of it. */
public final class Results {

    private static final Path FOLDER = Path.of("..", "results");

    private Results() {}

    /** The directory of one of them. */
    public static Path run(String name) {
        return FOLDER.resolve(name);
    }

    /** The directories of all of them. */
    public static List<Path> runs() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("run.json")))
                    .sorted()
                    .toList();
        }
    }
}
