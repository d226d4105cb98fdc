package io.pagetax.report;

import io.pagetax.result.DataFileFacts;
import io.pagetax.result.DiskFacts;
import io.pagetax.result.TargetFacts;
import io.pagetax.result.VolumeFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target and the disks below it as groups of lines. */
final class TargetView {

    private final TargetFacts target;

    private TargetView(TargetFacts target) {
        this.target = target;
    }

    static List<FactGroup> groups(TargetFacts target) {
        TargetView view = new TargetView(target);
        List<FactGroup> groups = new ArrayList<>();
        groups.add(view.target());
        target.disks().forEach(disk -> groups.add(view.disk(disk)));
        return groups;
    }

    private FactGroup target() {
        FactGroup.Builder group = new FactGroup.Builder("Target: " + target.name(), "", target.unknown());
        group.line("path", "path", target.path())
                .line("choice", "chosen because", target.choice())
                .line("filesystem", "file system", target.filesystem())
                .line("mountOptions", "mount options", target.mountOptions())
                .line("stack", "stack", target.stack())
                .line("device", "device", target.device())
                .line("deviceModel", "model", target.deviceModel())
                .line("backing", "backing", target.backing())
                .line("scheduler", "scheduler", target.scheduler())
                .line("rotational", "rotational", Units.yesNo(target.rotational()))
                .bytes("logicalBlockSize", "logical block", target.logicalBlockSize())
                .bytes("dioMemAlign", "direct I/O: buffer alignment", target.dioMemAlign())
                .bytes("dioOffsetAlign", "direct I/O: offset alignment", target.dioOffsetAlign())
                .bytes("dioReadOffsetAlign", "direct I/O: offset alignment, reads", target.dioReadOffsetAlign())
                .bytes("atomicWriteMinBytes", "atomic writes: shortest", target.atomicWriteMinBytes())
                .bytes("atomicWriteMaxBytes", "atomic writes: longest", target.atomicWriteMaxBytes());
        addVolume(group, target.volume());
        addDataFile(group, target.dataFile());
        return group.build();
    }

    private static void addVolume(FactGroup.Builder group, @Nullable VolumeFacts volume) {
        if (volume == null) {
            return;
        }
        Double fill = volume.fillPercent();
        group.bytes("volume.blockSizeBytes", "file system block", volume.blockSizeBytes())
                .bytes("volume.sizeBytes", "file system size", volume.sizeBytes())
                .bytes("volume.freeBytes", "file system free", volume.freeBytes())
                .line("volume.fillPercent", "file system filled", fill == null ? null : Units.percent(fill))
                .line("volume.dataChecksums", "checksums of contents", Units.yesNo(volume.dataChecksums()))
                .line("volume.copyOnWrite", "copy on write", Units.yesNo(volume.copyOnWrite()))
                .line("volume.compression", "compression", volume.compression())
                .line("volume.journalMode", "journal mode", volume.journalMode());
    }

    private static void addDataFile(FactGroup.Builder group, @Nullable DataFileFacts file) {
        if (file == null) {
            return;
        }
        group.bytes("dataFile.sizeBytes", "data file", file.sizeBytes())
                .bytes("dataFile.allocatedBytes", "data file: space taken", file.allocatedBytes())
                .line("dataFile.extents", "data file: extents", file.extents())
                .bytes("dataFile.holeBytes", "data file: holes", file.holeBytes())
                .bytes("dataFile.unwrittenBytes", "data file: never written", file.unwrittenBytes());
    }

    private FactGroup disk(DiskFacts disk) {
        Double celsius = disk.temperatureCelsius();
        return new FactGroup.Builder(
                        "Disk of " + target.name() + ": " + disk.name(), "disks." + disk.name() + ".", target.unknown())
                .line("model", "model", disk.model())
                .line("firmware", "firmware", disk.firmware())
                .bytes("capacityBytes", "capacity", disk.capacityBytes())
                .line("transport", "transport", disk.transport())
                .line("backing", "backing", disk.backing())
                .line("rotational", "rotational", Units.yesNo(disk.rotational()))
                .bytes("logicalBlockBytes", "logical block", disk.logicalBlockBytes())
                .bytes("physicalBlockBytes", "physical block", disk.physicalBlockBytes())
                .bytes("optimalIoBytes", "best request", disk.optimalIoBytes())
                .bytes("maxIoBytes", "longest request (max_sectors_kb)", disk.maxIoBytes())
                .line("scheduler", "scheduler", disk.scheduler())
                .line("nrRequests", "nr_requests", disk.nrRequests())
                .bytes("readAheadBytes", "readahead (read_ahead_kb)", disk.readAheadBytes())
                .line("nomerges", "nomerges", disk.nomerges())
                .nanos("wbtLatencyNanos", "writeback throttling (wbt_lat_usec)", disk.wbtLatencyNanos())
                .line("writeCache", "write cache", disk.writeCache())
                .line("fua", "FUA", Units.yesNo(disk.fua()))
                .line("temperatureCelsius", "temperature", celsius == null ? null : celsius + " °C")
                .build();
    }
}
