package io.pagetax.doctor;

import io.pagetax.linux.device.BlockStatistics;
import io.pagetax.linux.device.StorageStack;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import java.util.Optional;

/**
 * Others that read from and write to the disks below a target.
 *
 * @param stack of the target, whose disks were watched
 */
record TrafficCheck(String target, StorageStack stack, Watch watch) implements Check {

    private static final String ID = "disk traffic";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double WARN_BYTES_PER_SECOND = 1 << 20;
    private static final double BAD_BYTES_PER_SECOND = 32 << 20;

    @Override
    public Finding look() {
        Optional<BlockStatistics> all = stack.bottomDevices().stream()
                .map(disk -> Optional.ofNullable(watch.disks().get(disk)))
                .flatMap(Optional::stream)
                .reduce(BlockStatistics::plus);
        if (all.isEmpty()) {
            return Finding.ok(ID, target, "no disk to watch");
        }
        BlockStatistics moved = all.get();
        long others = Math.max(
                0, moved.reads().bytes() + moved.writes().bytes() - watch.own().ioBytes());
        double perSecond = others * NANOS_PER_SECOND / watch.nanos();
        String found = String.join(", ", stack.bottomDevices()) + ": others move " + Sizes.of((long) perSecond)
                + " a second, in " + (moved.reads().completed() + moved.writes().completed()) + " requests";
        if (perSecond < WARN_BYTES_PER_SECOND) {
            return Finding.ok(ID, target, found);
        }
        return new Finding(
                ID,
                target,
                perSecond < BAD_BYTES_PER_SECOND ? Level.WARN : Level.BAD,
                found,
                "see who it is: sudo iotop --only --batch --iter 2; or wait for writeback to end");
    }
}
