package io.pagetax.lab;

import io.pagetax.linux.device.ZramDevice;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A disk of compressed memory, known by its size, which no other has.
 *
 * @param number that the kernel gives to the next device
 * @param diskSizeBytes unlike that of any other
 */
record ZramVolume(int number, long diskSizeBytes) implements Volume {

    private static final Path CONTROL = Path.of("/sys/class/zram-control");
    private static final Path HOT_REMOVE = CONTROL.resolve("hot_remove");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAGE = 4096;

    /**
     * One that is to be made.
     *
     * @param taken that stand, or are to be made before
     */
    static ZramVolume next(long sizeBytes, List<ZramDevice> taken) {
        int number = 0;
        while (contains(taken, number)) {
            number++;
        }
        long size = sizeBytes;
        while (hasSize(taken, size)) {
            size += PAGE;
        }
        return new ZramVolume(number, size);
    }

    private static boolean contains(List<ZramDevice> taken, int number) {
        return taken.stream().anyMatch(device -> device.number() == number);
    }

    private static boolean hasSize(List<ZramDevice> taken, long size) {
        return taken.stream().anyMatch(device -> Long.valueOf(size).equals(device.diskSizeBytes()));
    }

    ZramDevice device() {
        return new ZramDevice(number, diskSizeBytes);
    }

    @Override
    public void apply(Commands commands) throws IOException {
        String made = commands.read(CONTROL.resolve("hot_add"));
        if (!commands.isDryRun() && !made.equals(Integer.toString(number))) {
            commands.write(HOT_REMOVE, made);
            throw new LabException("others make zram devices at the same time; try again");
        }
        commands.write(attribute("disksize"), Long.toString(diskSizeBytes));
    }

    private Path attribute(String name) {
        return Path.of("/sys/block/zram" + number, name);
    }

    @Override
    public void undo(Commands commands, boolean sameBoot) throws IOException {
        if (sameBoot && stands()) {
            Patience patience = new Patience(PATIENCE);
            boolean gone = removed(commands);
            while (!gone) {
                if (!patience.waited()) {
                    throw new LabException("zram" + number + " is still open somewhere");
                }
                gone = removed(commands);
            }
        }
    }

    /** Whether it is there, set up or, if the lab was killed in between, not yet. */
    private boolean stands() {
        return ZramDevice.all().stream()
                .anyMatch(device -> device.equals(device()) || device.equals(new ZramDevice(number, 0L)));
    }

    private boolean removed(Commands commands) throws IOException {
        try {
            commands.write(attribute("reset"), "1");
            commands.write(HOT_REMOVE, Integer.toString(number));
            return true;
        } catch (FileSystemException busy) {
            return !stands();
        }
    }

    @Override
    public Optional<Path> node() {
        return Optional.of(shownNode()).filter(node -> ZramDevice.all().contains(device()));
    }

    @Override
    public Path shownNode() {
        return Path.of("/dev/zram" + number);
    }

    @Override
    public boolean isLasting() {
        return false;
    }

    @Override
    public boolean bearsDiscards() {
        return true;
    }
}
