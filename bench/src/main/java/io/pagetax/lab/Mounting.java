package io.pagetax.lab;

import io.pagetax.linux.device.MountTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mount, open to all users as /tmp is.
 *
 * @param volume null for what lies on none
 * @param type as {@code mount -t} takes it
 * @param options as {@code mount -o} takes them
 * @param mountPoint absolute, without symbolic links, in the lab's directory
 */
record Mounting(@Nullable Volume volume, String type, List<String> options, Path mountPoint) implements Step {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public void apply(Commands commands) throws IOException {
        List<String> command = new ArrayList<>(List.of("mount", "-t", type));
        if (!options.isEmpty()) {
            command.addAll(List.of("-o", String.join(",", options)));
        }
        command.add(volume == null ? "pagetax-lab" : volume.node(commands).toString());
        command.add(mountPoint.toString());
        commands.run(command);
        commands.run("chmod", "1777", mountPoint.toString());
    }

    @Override
    public void undo(Commands commands, boolean sameBoot) throws IOException {
        Patience patience = new Patience(PATIENCE);
        while (isMounted()) {
            try {
                commands.run("umount", mountPoint.toString());
            } catch (LabException busy) {
                // Whoever measured there may be about to end.
                if (!patience.waited()) {
                    throw new LabException(
                            busy.getMessage() + "; end what uses it (fuser -vm " + mountPoint + ") and try again",
                            busy);
                }
            }
            if (commands.isDryRun()) {
                return;
            }
        }
    }

    boolean isMounted() throws IOException {
        String path = mountPoint.toString();
        return MountTable.read().mounts().stream()
                .anyMatch(mount -> mount.mountPoint().equals(path));
    }
}
