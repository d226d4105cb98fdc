package io.pagetax.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that stands in for the files of a system which this machine is not. */
public final class SystemFixture {

    private final Path root;

    public SystemFixture(Path root) {
        this.root = root;
    }

    /** Puts a file there, such as {@code /proc/cmdline}; returns itself. */
    public SystemFixture with(String file, String content) throws IOException {
        Path path = root.resolve(file.substring(1));
        Files.createDirectories(path.getParent());
        Files.writeString(path, content + "\n");
        return this;
    }

    public SystemFiles files() {
        return new SystemFiles(root);
    }
}
