package io.pagetax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are kept beside the tests; {@code mvn test -Dgolden.update=true} writes them anew, for review by eye. */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Fails unless a text is the one that is kept under a name. */
    public static void assertSame(String actual, String name) throws IOException {
        assertSame(actual, FOLDER.resolve(name));
    }

    /** Fails unless a text is the one that is kept in a file. */
    public static void assertSame(String actual, Path file) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual)
                .as("%s; if the change is meant: -Dgolden.update=true", file)
                .isEqualTo(Files.readString(file));
    }
}
