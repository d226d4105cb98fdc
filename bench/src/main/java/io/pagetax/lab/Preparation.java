package io.pagetax.lab;

import io.pagetax.linux.device.Partition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is done to a device before a lab takes it.
 *
 * @param commands programs and their arguments, in order
 */
public record Preparation(List<List<String>> commands) {

    /** Nothing, for a lab that takes no device. */
    public static final Preparation NONE = new Preparation(List.of());

    /**
     * For a device that has been {@linkplain DeviceCheck checked}: signatures go if there are any, and blocks if file
     * systems take turns.
     */
    static Preparation of(LabPlan plan, Path device, boolean wipe) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        if (wipe) {
            if (!Partition.of(device.getFileName().toString()).isEmpty()) {
                commands.add(List.of("partx", "--delete", device.toString()));
            }
            commands.add(List.of("wipefs", "--all", device.toString()));
        }
        commands.addAll(discard(plan).commands());
        return new Preparation(commands);
    }

    /** Between turns, so that each file system begins with the same blocks in the same state; nothing otherwise. */
    static Preparation discard(LabPlan plan) throws IOException {
        Path device = plan.device();
        return plan.inTurn() && device != null && takesDiscards(device)
                ? new Preparation(List.of(List.of("blkdiscard", device.toString())))
                : NONE;
    }

    private static boolean takesDiscards(Path device) throws IOException {
        Path folder = Path.of("/sys/class/block").resolve(device.getFileName()).toRealPath();
        // A partition has no queue of its own.
        Path disk = Files.exists(folder.resolve("partition")) ? Objects.requireNonNull(folder.getParent()) : folder;
        Path limit = disk.resolve("queue/discard_max_bytes");
        return Files.exists(limit) && !Files.readString(limit).strip().equals("0");
    }

    void apply(Commands system) throws IOException {
        for (List<String> command : commands) {
            system.run(command);
        }
    }
}
