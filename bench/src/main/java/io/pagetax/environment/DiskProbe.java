package io.pagetax.environment;

import io.pagetax.linux.device.BlockDevice;
import io.pagetax.linux.device.BlockQueue;
import io.pagetax.result.DiskFacts;
import org.jspecify.annotations.Nullable;

/** Names what sysfs tells of a disk. */
final class DiskProbe {

    private final Facts facts;
    private final BlockDevice disk;

    private DiskProbe(Facts facts, BlockDevice disk) {
        this.facts = facts;
        this.disk = disk;
    }

    static DiskFacts facts(Facts facts, BlockDevice disk) {
        return new DiskProbe(facts, disk).read();
    }

    private DiskFacts read() {
        BlockQueue queue = disk.queue();
        return new DiskFacts(
                disk.name(),
                known("model", disk.model()),
                known("firmware", disk.firmware()),
                known("capacityBytes", disk.capacityBytes()),
                known("transport", disk.transport()),
                facts.known(key("backing"), disk.backing(), "no zram device"),
                known("rotational", queue.rotational()),
                known("logicalBlockBytes", queue.logicalBlockSize()),
                known("physicalBlockBytes", queue.physicalBlockSize()),
                known("optimalIoBytes", queue.optimalIoBytes()),
                known("maxIoBytes", queue.maxIoBytes()),
                known("scheduler", queue.scheduler()),
                known("nrRequests", queue.requests()),
                known("readAheadBytes", queue.readAheadBytes()),
                known("nomerges", queue.nomerges()),
                known("wbtLatencyNanos", queue.wbtLatencyNanos()),
                known("writeCache", queue.writeCache()),
                known("fua", queue.fua()),
                known("temperatureCelsius", disk.temperatureCelsius()));
    }

    private <T> @Nullable T known(String fact, @Nullable T value) {
        return facts.known(key(fact), value, "sysfs does not tell");
    }

    private String key(String fact) {
        return "disks." + disk.name() + "." + fact;
    }
}
