package io.pagetax.lab;

import io.pagetax.lab.StateFile.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file system that is about to be spoilt. */
record Patient(Path directory, State state, Variant variant) {

    private List<Step> steps() {
        return state.entries().stream()
                .filter(entry -> entry.owner().equals(variant.name()))
                .map(StateFile.Entry::step)
                .toList();
    }

    /** The folder in which it is mounted. */
    Path mountPoint() throws IOException {
        if (!variant.type().isMounted()) {
            throw new LabException(variant.name() + " is a device without a file system");
        }
        return Blueprint.mountPoint(state.head().plan(), variant);
    }

    /** The node of the device that it is on. */
    Path node() throws LabException {
        return LabStatus.volume(steps())
                .flatMap(Volume::node)
                .orElseThrow(() -> new LabException(variant.name() + " is on no block device that stands"));
    }

    /** The file behind its loop device. */
    Image image() throws LabException {
        return steps().stream()
                .filter(Image.class::isInstance)
                .map(Image.class::cast)
                .findFirst()
                .orElseThrow(() -> new LabException(variant.name() + " is on no loop device"));
    }
}
