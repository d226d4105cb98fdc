package io.pagetax.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder of the lab's.
 *
 * @param path absolute
 */
record Folder(Path path) implements Step {

    @Override
    public void apply(Commands commands) throws IOException {
        commands.act("mkdir " + path, () -> Files.createDirectory(path));
    }

    @Override
    public void undo(Commands commands, boolean sameBoot) throws IOException {
        if (commands.isDryRun() || Files.isDirectory(path)) {
            commands.act("rmdir " + path, this::removeIfEmpty);
        }
    }

    private void removeIfEmpty() throws IOException {
        try (Stream<Path> inside = Files.list(path)) {
            if (inside.findAny().isPresent()) {
                throw new LabException(path + " holds what the lab did not put there; it is left alone");
            }
        }
        Files.delete(path);
    }
}
