package io.pagetax.lab;

import io.pagetax.linux.device.Partition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A part of a device, of which the kernel is told and no table on the device: it is gone when the machine starts anew.
 *
 * @param disk the device as a whole
 * @param number of the partition, which was free
 */
record PartitionVolume(DeviceVolume disk, int number, long startBytes, long sizeBytes) implements Volume {

    /** addpart(8) counts in these. */
    private static final long SECTOR = 512;

    @Override
    public void apply(Commands commands) throws IOException {
        commands.run(
                "addpart",
                disk.node(commands).toString(),
                Integer.toString(number),
                Long.toString(startBytes / SECTOR),
                Long.toString(sizeBytes / SECTOR));
    }

    @Override
    public void undo(Commands commands, boolean sameBoot) throws IOException {
        if (node().isPresent()) {
            commands.run("delpart", disk.node(commands).toString(), Integer.toString(number));
        }
    }

    @Override
    public Optional<Path> node() {
        return disk.node()
                .flatMap(node -> Partition.of(node.getFileName().toString()).stream()
                        .filter(this::isThis)
                        .map(partition -> Path.of("/dev", partition.name()))
                        .findFirst());
    }

    private boolean isThis(Partition partition) {
        return partition.number() == number
                && partition.startBytes() == startBytes
                && partition.sizeBytes() == sizeBytes;
    }

    @Override
    public Path shownNode() {
        return Path.of(disk.shownNode() + "[" + number + "]");
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
