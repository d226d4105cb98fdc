package io.pagetax.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A control group whose processes are held up at a device, which is slow for them.
 *
 * @param group folder of the controller blkio (control groups, version 1)
 * @param deviceNumber such as {@code 7:0}
 * @param iops operations a second
 */
record Throttle(Path group, String deviceNumber, int iops) implements Step {

    private static final String PROCESSES = "cgroup.procs";

    @Override
    public void apply(Commands commands) throws IOException {
        commands.act("mkdir " + group, () -> Files.createDirectory(group));
        for (String direction : List.of("read", "write")) {
            commands.write(group.resolve("blkio.throttle." + direction + "_iops_device"), deviceNumber + " " + iops);
        }
    }

    @Override
    public void undo(Commands commands, boolean sameBoot) throws IOException {
        if (sameBoot && Files.isDirectory(group)) {
            for (String process : Files.readAllLines(group.resolve(PROCESSES))) {
                commands.write(group.resolveSibling(PROCESSES), process);
            }
            commands.act("rmdir " + group, () -> Files.delete(group));
        }
    }
}
