package io.pagetax.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A ramfs, mounted until it is closed: a file system without direct I/O, holes to punch, and a device. */
final class ScratchMemory implements AutoCloseable {

    private final Commands commands;
    private final Path folder;

    private ScratchMemory(Commands commands, Path folder) {
        this.commands = commands;
        this.folder = folder;
    }

    static ScratchMemory mount(Path parent) throws IOException {
        Requirements.root();
        Path folder = Files.createDirectory(parent.resolve("ramfs"));
        Commands commands = new SystemCommands(parent, () -> false);
        commands.run("mount", "-t", "ramfs", "pagetax-test", folder.toString());
        return new ScratchMemory(commands, folder);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        commands.run("umount", folder.toString());
    }
}
