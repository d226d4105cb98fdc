package io.pagetax.testfile;

import io.pagetax.linux.device.Mount;
import io.pagetax.linux.device.MountTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the data file goes if nobody says where: the first writable folder that lies on a disk.
 *
 * @param path the folder
 * @param reason why it was taken and which were passed over, for the user
 */
public record ScratchFolder(Path path, String reason) {

    /**
     * Looks at the working directory, the user's home, /var/tmp and /tmp, in this order.
     *
     * @throws TargetException if none of them will do, with the reason for each
     */
    public static ScratchFolder choose() throws IOException {
        List<Path> candidates = List.of(
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home", "/")),
                Path.of("/var/tmp"),
                Path.of("/tmp"));
        return choose(candidates, MountTable.read());
    }

    static ScratchFolder choose(List<Path> candidates, MountTable mounts) throws TargetException {
        List<String> passedOver = new ArrayList<>();
        for (Path candidate : candidates) {
            Optional<String> objection = objection(candidate, mounts);
            if (objection.isEmpty()) {
                String before = passedOver.isEmpty() ? "" : "; passed over " + String.join(", ", passedOver);
                return new ScratchFolder(candidate, "the first writable folder on a disk" + before);
            }
            passedOver.add(candidate + " (" + objection.get() + ")");
        }
        throw new TargetException(
                "no writable folder on a disk found: " + String.join(", ", passedOver) + "; name one with --target");
    }

    private static Optional<String> objection(Path folder, MountTable mounts) {
        if (!Files.isDirectory(folder)) {
            return Optional.of("not a folder");
        }
        if (!Files.isWritable(folder)) {
            return Optional.of("not writable");
        }
        try {
            Optional<Mount> mount = mounts.mountOf(folder.toRealPath());
            return mount.filter(Mount::isMemory).map(memory -> "on " + memory.fileSystem() + ", which is memory");
        } catch (IOException gone) {
            return Optional.of("not readable");
        }
    }
}
