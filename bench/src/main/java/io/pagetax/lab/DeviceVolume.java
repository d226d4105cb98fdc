package io.pagetax.lab;

import io.pagetax.linux.device.BlockDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A whole device that is given to the lab; nothing of it is made, nothing undone.
 *
 * @param device without symbolic links
 * @param sizeBytes of it, by which another that took its name later is told
 */
record DeviceVolume(Path device, long sizeBytes) implements Volume {

    @Override
    public void apply(Commands commands) {
        // It is there.
    }

    @Override
    public void undo(Commands commands, boolean sameBoot) {
        // It stays.
    }

    @Override
    public Optional<Path> node() {
        return Optional.of(device).filter(Files::exists).filter(this::isThis);
    }

    private boolean isThis(Path node) {
        return BlockDevice.ofSource(node)
                .filter(found -> Long.valueOf(sizeBytes).equals(found.capacityBytes()))
                .isPresent();
    }

    @Override
    public Path shownNode() {
        return device;
    }

    @Override
    public boolean isLasting() {
        return true;
    }

    @Override
    public boolean bearsDiscards() {
        return true;
    }
}
