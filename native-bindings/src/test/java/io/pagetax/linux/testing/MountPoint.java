package io.pagetax.linux.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Something that is mounted on a folder until it is closed. */
public final class MountPoint implements AutoCloseable {

    private final Path folder;
    private final AtomicBoolean closed = new AtomicBoolean();

    private MountPoint(Path folder) {
        this.folder = folder;
    }

    /**
     * Mounts, with the arguments of mount(8) but the last.
     *
     * @param folder made if it is absent
     */
    public static MountPoint mount(Path folder, String... arguments) throws IOException {
        Requirements.root();
        Requirements.program("mount");
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        command.add(folder.toString());
        Commands.run(command.toArray(String[]::new));
        return new MountPoint(folder);
    }

    /** Where it is mounted. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Commands.run("umount", folder.toString());
        }
    }
}
