package io.pagetax.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder in one of the lab's file systems, with which it goes.
 *
 * @param path absolute
 */
record InnerFolder(Path path) implements Step {

    @Override
    public void apply(Commands commands) throws IOException {
        commands.act("mkdir " + path, () -> Files.createDirectory(path));
    }

    @Override
    public void undo(Commands commands, boolean sameBoot) {
        // It goes with its file system.
    }
}
