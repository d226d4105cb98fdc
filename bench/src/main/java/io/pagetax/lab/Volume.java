package io.pagetax.lab;

import java.nio.file.Path;
import java.util.Optional;

/** A block device of a lab's own for one file system. */
sealed interface Volume extends Step permits LoopVolume, ZramVolume, PartitionVolume, DeviceVolume {

    /** Its node as it is called now; empty if it does not stand. */
    Optional<Path> node();

    /** What stands for the node where nothing is made. */
    Path shownNode();

    /** Whether what is written to it stays after it was undone, so that signatures have to be wiped. */
    boolean isLasting();

    /** Whether blocks that are no longer used may be given up to it. */
    boolean bearsDiscards();

    /** The node to work on. */
    default Path node(Commands commands) throws LabException {
        return commands.isDryRun()
                ? shownNode()
                : node().orElseThrow(() -> new LabException("the device of " + this + " is gone"));
    }
}
