package io.pagetax.lab;

import io.pagetax.testfile.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file behind a loop device. It is really written, not only reserved: else the file system below would have to find
 * space for a block when it is first written to, and file systems that write elsewhere each time would pay for it for ever.
 *
 * @param path absolute, without symbolic links
 */
record Image(Path path, long sizeBytes) implements Step {

    @Override
    public void apply(Commands commands) throws IOException {
        commands.act(
                "dd if=/dev/urandom of=" + path + " bs=1M count=" + (sizeBytes >> 20) + " oflag=direct",
                () -> Layout.create(path, sizeBytes, commands::isCancelled));
    }

    @Override
    public void undo(Commands commands, boolean sameBoot) throws IOException {
        if (Files.exists(path)) {
            commands.act("rm " + path, () -> Files.deleteIfExists(path));
        }
    }
}
