package io.pagetax.lab;

import io.pagetax.testfile.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is put on a volume: a file system, or data.
 *
 * @param uuid of the file system, by which it is known again
 * @param options for the program that makes it
 */
record Format(Volume volume, FileSystemType type, String uuid, List<String> options) implements Step {

    @Override
    public void apply(Commands commands) throws IOException {
        Path node = volume.node(commands);
        if (type.isMade()) {
            commands.run(type.make(node, uuid, volume.bearsDiscards(), options));
        } else {
            // What was never written is read as zeroes without I/O.
            commands.act(
                    "dd if=/dev/urandom of=" + node + " bs=1M oflag=direct",
                    () -> Layout.fillDevice(node, commands::isCancelled));
        }
    }

    @Override
    public void undo(Commands commands, boolean sameBoot) throws IOException {
        if (volume.isLasting() && type.isMade()) {
            if (volume.node().isEmpty() && !commands.isDryRun()) {
                volume.apply(commands);
            }
            Optional<Path> node = volume.node();
            if (node.isPresent() && isThere(node.get(), commands)) {
                commands.run("wipefs", "--all", node.get().toString());
            }
        }
    }

    /** Whether it is still this one, and not what others put there since. */
    private boolean isThere(Path node, Commands commands) throws IOException {
        return commands.isDryRun()
                || Signatures.of(node).stream()
                        .map(Signatures.Signature::uuid)
                        .collect(Collectors.toSet())
                        .contains(uuid);
    }
}
