package io.pagetax.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Environments that are nowhere. */
public final class Environments {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Environments() {}

    /** One with a target on one disk, and a few facts that are unknown. */
    public static Environment some() {
        return new Environment(
                "0.1.0 0123456789ab",
                "6.18.0",
                "Some Linux 1",
                "Some Processor",
                8,
                16L << 30,
                "Some Vendor 17.0.1",
                "jna 5.0.0",
                null,
                "spectre_v2: Mitigation",
                "madvise",
                new MachineFacts("amd64", "Some Vendor", "Some Model", "none", null, "quiet", "tsc", "tsc hpet"),
                new ProcessorFacts(
                        1,
                        4,
                        8,
                        true,
                        1,
                        "0-7",
                        "0",
                        new ProcessorFacts.Frequency("intel_pstate", "powersave", 800L, 4200L, true),
                        new ProcessorFacts.Idle("intel_idle", "POLL,C1,C6", "", 9L)),
                new MemoryFacts(
                        12L << 30,
                        2L << 30,
                        2L << 30,
                        60L,
                        20L,
                        10L,
                        0L,
                        0L,
                        30_000_000_000L,
                        5_000_000_000L,
                        "madvise",
                        0L,
                        2L << 20),
                new LimitFacts(null, 1L << 30, null, 1024L, 8L << 20, 0L),
                new JvmFacts("Some VM", "Some Vendor", "17.0.1", List.of("-Xmx1g"), List.of(), "Copy", 4L << 30),
                List.of(target()),
                Map.of("machine.container", "no sign of a container", "limits.memoryLimitBytes", "unlimited"));
    }

    private static TargetFacts target() {
        return new TargetFacts(
                "disk",
                "/srv",
                "named",
                "ext4",
                "rw,relatime",
                "nvme0n1p2",
                "Some Disk",
                "none",
                false,
                512,
                4,
                512,
                null,
                512,
                0,
                0,
                "ext4 > nvme0n1p2 > nvme0n1",
                new VolumeFacts(4096L, 100L << 30, 40L << 30, 55.5, false, false, "none", "ordered"),
                new DataFileFacts(256L << 20, 256L << 20, 3, 0L, 0L),
                List.of(disk()),
                Map.of("backing", "neither a loop nor a zram device"));
    }

    private static DiskFacts disk() {
        return new DiskFacts(
                "nvme0n1",
                "Some Disk",
                "1.0",
                500L << 30,
                "nvme",
                null,
                false,
                512,
                4096,
                null,
                512L << 10,
                "none",
                1023,
                128L << 10,
                0,
                2_000_000L,
                "write back",
                true,
                35.5);
    }

    /**
     * The same environment with another fact.
     *
     * @param pointer to the fact as in JSON, such as {@code /memory/swappiness}
     */
    public static Environment with(Environment environment, String pointer, @Nullable Object value) {
        JsonNode tree = MAPPER.valueToTree(environment);
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) tree.at(pointer.substring(0, slash)))
                .set(pointer.substring(slash + 1), MAPPER.valueToTree(value));
        try {
            return MAPPER.treeToValue(tree, Environment.class);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
