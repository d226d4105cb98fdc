package io.pagetax.lab;

import io.pagetax.linux.device.BlockDevice;
import io.pagetax.linux.device.Partition;
import io.pagetax.linux.device.ZramDevice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The steps that make a lab, in their order. Devices that stand when it is drawn are passed by. <b>Not thread-safe.</b>
 */
final class Blueprint {

    /** Partitions begin at multiples of this, which is one of everything that disks and file systems align to. */
    private static final long ALIGNMENT = 1L << 20;

    private static final String BACKING = "backing";
    private static final String BASE = "base";
    private static final String MNT = "mnt";

    private final LabPlan plan;
    private final List<ZramDevice> zrams;
    private final List<Integer> partitions;

    Blueprint(LabPlan plan) {
        this.plan = plan;
        this.zrams = new ArrayList<>(ZramDevice.all());
        this.partitions = plan.device() == null
                ? new ArrayList<>()
                : new ArrayList<>(Partition.of(plan.device().getFileName().toString()).stream()
                        .map(Partition::number)
                        .toList());
    }

    /** What all file systems share. */
    List<Step> shared() {
        return Stream.of(BACKING, BASE, MNT)
                .filter(name -> !name.equals(BACKING) || plan.backing() == LabPlan.Backing.LOOP)
                .filter(name -> !name.equals(BASE) || plan.variants().stream().anyMatch(Variant::overlay))
                .map(name -> (Step) new Folder(plan.directory().resolve(name)))
                .toList();
    }

    /** What one file system needs of its own. */
    List<Step> steps(Variant variant) {
        List<Step> steps = new ArrayList<>();
        Path point = variant.overlay() ? base(variant) : mountPoint(plan, variant);
        if (variant.type().hasVolume()) {
            onVolume(variant, point, steps);
        } else {
            steps.addAll(mounted(point, tmpfs(variant, point)));
        }
        if (variant.overlay()) {
            steps.addAll(overlay(variant));
        }
        return steps;
    }

    private void onVolume(Variant variant, Path point, List<Step> steps) {
        Volume volume = volume(variant, steps);
        steps.add(volume);
        // The file behind a loop device is full of data already.
        if (variant.type().isMade() || plan.backing() != LabPlan.Backing.LOOP) {
            steps.add(new Format(volume, variant.type(), UUID.randomUUID().toString(), variant.mkfsOptions()));
        }
        if (variant.type().isMounted()) {
            List<String> options = variant.type().mountOptions(volume.bearsDiscards(), variant.mountOptions());
            steps.addAll(mounted(point, new Mounting(volume, variant.type().word(), options, point)));
        }
    }

    private Volume volume(Variant variant, List<Step> before) {
        return switch (plan.backing()) {
            case LOOP -> {
                Image image = new Image(
                        plan.directory().resolve(BACKING).resolve(variant.name() + ".img"),
                        Objects.requireNonNull(plan.sizeBytes()));
                before.add(image);
                yield new LoopVolume(image.path());
            }
            case ZRAM -> {
                ZramVolume volume = ZramVolume.next(Objects.requireNonNull(plan.sizeBytes()), zrams);
                zrams.add(volume.device());
                yield volume;
            }
            case DEVICE -> plan.inTurn() ? device() : partition(variant);
        };
    }

    private DeviceVolume device() {
        Path device = Objects.requireNonNull(plan.device());
        return new DeviceVolume(device, capacity(device));
    }

    private static long capacity(Path device) {
        Long capacity =
                BlockDevice.ofSource(device).map(BlockDevice::capacityBytes).orElse(null);
        return capacity == null ? 0 : capacity;
    }

    /** Side by side in the order of the variants, each of the same size. */
    private PartitionVolume partition(Variant variant) {
        DeviceVolume disk = device();
        long share = share(plan, disk.sizeBytes());
        int number = Stream.iterate(1, candidate -> candidate + 1)
                .filter(candidate -> !partitions.contains(candidate))
                .findFirst()
                .orElseThrow();
        partitions.add(number);
        long index = volumes(plan).indexOf(variant);
        return new PartitionVolume(disk, number, ALIGNMENT + index * share, share);
    }

    /** Bytes of a device for each file system. */
    static long share(LabPlan plan, long deviceBytes) {
        long equal = (deviceBytes - ALIGNMENT) / Math.max(1, volumes(plan).size());
        long wanted = plan.sizeBytes() == null ? equal : Math.min(plan.sizeBytes(), equal);
        return wanted / ALIGNMENT * ALIGNMENT;
    }

    static List<Variant> volumes(LabPlan plan) {
        return plan.variants().stream()
                .filter(variant -> variant.type().hasVolume())
                .toList();
    }

    private Mounting tmpfs(Variant variant, Path point) {
        List<String> options = plan.sizeBytes() == null
                ? variant.mountOptions()
                : Stream.concat(Stream.of("size=" + plan.sizeBytes()), variant.mountOptions().stream())
                        .toList();
        return new Mounting(null, variant.type().word(), options, point);
    }

    private List<Step> overlay(Variant variant) {
        Path base = base(variant);
        Path lower = base.resolve("lower");
        Path upper = base.resolve("upper");
        Path work = base.resolve("work");
        Path point = mountPoint(plan, variant);
        List<String> options = List.of("lowerdir=" + lower, "upperdir=" + upper, "workdir=" + work);
        return List.of(
                new InnerFolder(lower),
                new InnerFolder(upper),
                new InnerFolder(work),
                new Folder(point),
                new Mounting(null, "overlay", options, point));
    }

    private static List<Step> mounted(Path point, Mounting mounting) {
        return List.of(new Folder(point), mounting);
    }

    private Path base(Variant variant) {
        return plan.directory().resolve(BASE).resolve(variant.name());
    }

    static Path mountPoint(LabPlan plan, Variant variant) {
        return plan.directory().resolve(MNT).resolve(variant.name());
    }
}
