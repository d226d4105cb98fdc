package io.pagetax.lab;

import io.pagetax.linux.device.LoopDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A loop device that goes past the page cache of its file. Known by that file, whatever its number.
 *
 * @param image absolute, without symbolic links
 */
record LoopVolume(Path image) implements Volume {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path DEV = Path.of("/dev");

    @Override
    public void apply(Commands commands) throws IOException {
        commands.run("losetup", "--find", "--show", "--direct-io=on", image.toString());
        if (!commands.isDryRun()) {
            requireDirectIo();
        }
    }

    /** losetup only warns where the kernel refuses. */
    private void requireDirectIo() throws LabException {
        for (LoopDevice device : devices()) {
            if (!Boolean.TRUE.equals(device.directIo())) {
                throw new LabException(device.name() + " does not go past the page cache of " + image
                        + ", so that data would be cached twice; choose another --dir, on a disk");
            }
        }
    }

    private List<LoopDevice> devices() {
        return LoopDevice.of(LoopDevice.all(), image);
    }

    @Override
    public void undo(Commands commands, boolean sameBoot) throws IOException {
        for (LoopDevice device : devices()) {
            commands.run("losetup", "--detach", DEV.resolve(device.name()).toString());
        }
        // While anybody has it open, it is only marked to go.
        Patience patience = new Patience(PATIENCE);
        while (!commands.isDryRun() && !devices().isEmpty()) {
            if (!patience.waited()) {
                throw new LabException(devices() + " is still open somewhere");
            }
        }
    }

    @Override
    public Optional<Path> node() {
        return devices().stream().map(device -> DEV.resolve(device.name())).findFirst();
    }

    @Override
    public Path shownNode() {
        return DEV.resolve("loop[" + image.getFileName() + "]");
    }

    @Override
    public boolean isLasting() {
        return false;
    }

    /** They would punch holes into the file, and what is written there later would have to be found a place first. */
    @Override
    public boolean bearsDiscards() {
        return false;
    }
}
