package io.pagetax.lab;

import io.pagetax.linux.system.MemoryInfo;
import io.pagetax.workload.ByteSize;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a lab needs of the machine; told all at once, before anything is made. */
public final class Needs {

    private static final long SPARE_BYTES = 512L << 20;
    private static final Path ZRAM = Path.of("/sys/class/zram-control");

    /** Of options of overlays and of folders in them. */
    private static final Pattern SEPARATORS = Pattern.compile("[,:\\\\]");

    private Needs() {}

    /** Everything that is missing, in sentences; empty if nothing is. */
    public static List<String> missing(LabPlan plan) throws IOException {
        List<String> missing = new ArrayList<>(programs(plan));
        if (plan.variants().stream().anyMatch(Variant::overlay)
                && SEPARATORS.matcher(plan.directory().toString()).find()) {
            missing.add("an overlay cannot lie in " + plan.directory() + ", whose name has a comma, colon or backslash;"
                    + " name another folder with --dir");
        }
        if (plan.backing() == LabPlan.Backing.ZRAM && !Files.exists(ZRAM)) {
            missing.add("the kernel has no zram (modprobe zram)");
        }
        long bytes = plan.sizeBytes() == null
                ? 0
                : plan.sizeBytes()
                        * plan.variants().stream()
                                .filter(variant -> variant.type().hasVolume() || plan.backing() == LabPlan.Backing.ZRAM)
                                .count();
        if (plan.backing() == LabPlan.Backing.LOOP) {
            space(plan, bytes).ifPresent(missing::add);
        } else if (plan.backing() == LabPlan.Backing.ZRAM) {
            memory(bytes).ifPresent(missing::add);
        }
        return missing;
    }

    private static Optional<String> space(LabPlan plan, long bytes) throws IOException {
        Path parent = Objects.requireNonNull(plan.directory().getParent());
        long free = Files.getFileStore(parent).getUsableSpace();
        return free >= bytes + SPARE_BYTES
                ? Optional.empty()
                : Optional.of(parent + " has " + (free >> 20) + "m free, and " + ByteSize.format(bytes + SPARE_BYTES)
                        + " are needed; name another folder with --dir, or a smaller --size");
    }

    /** Benchmarks write what cannot be compressed, so that each byte takes one of memory. */
    private static Optional<String> memory(long bytes) throws IOException {
        Long available = MemoryInfo.read().available();
        return available == null || available >= bytes + SPARE_BYTES
                ? Optional.empty()
                : Optional.of((available >> 20)
                        + "m of memory are available, and what benchmarks write cannot be compressed: "
                        + ByteSize.format(bytes + SPARE_BYTES) + " are needed; name a smaller --size");
    }

    private static List<String> programs(LabPlan plan) {
        Set<List<String>> needed = new LinkedHashSet<>();
        Stream.of("mount", "umount").forEach(program -> needed.add(List.of(program, "mount")));
        switch (plan.backing()) {
            case LOOP -> needed.add(List.of("losetup", "mount"));
            case DEVICE ->
                Stream.of("wipefs", "partx", "addpart", "delpart", "blkdiscard")
                        .forEach(program -> needed.add(List.of(program, "util-linux")));
            case ZRAM -> {
                // The kernel's own files are enough.
            }
        }
        plan.variants().stream()
                .map(Variant::type)
                .filter(FileSystemType::isMade)
                .forEach(type -> needed.add(List.of(type.program(), type.debianPackage())));
        return needed.stream()
                .filter(need -> !isThere(need.get(0)))
                .map(need -> need.get(0) + " is not installed (Debian: apt-get install " + need.get(1) + ")")
                .toList();
    }

    private static boolean isThere(String program) {
        String path = System.getenv("PATH") + File.pathSeparator + SystemCommands.ADMINISTRATORS;
        return Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
