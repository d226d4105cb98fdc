package io.pagetax.environment;

import io.pagetax.result.MachineFacts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what the machine is. */
final class MachineProbe {

    private static final String CLOCK = "/sys/devices/system/clocksource/clocksource0/";
    private static final String CPUINFO = "/proc/cpuinfo";
    private static final String HYPERVISOR = "/sys/hypervisor/type";
    private static final String DEVICE_TREE_HYPERVISOR = "/proc/device-tree/hypervisor/compatible";

    /** In the paths of control groups that makers of containers make. */
    private static final List<String> CONTAINER_WORDS = List.of("docker", "kubepods", "libpod", "lxc");

    private final Facts facts;
    private final HardwareProbe hardware;

    MachineProbe(Facts facts, HardwareProbe hardware) {
        this.facts = facts;
        this.hardware = hardware;
    }

    MachineFacts read() {
        String silent = "the firmware does not tell, or hides it from this user";
        return new MachineFacts(
                facts.known("machine.architecture", System.getProperty("os.arch"), "the JVM does not tell"),
                facts.known("machine.vendor", hardware.vendor(), silent),
                facts.known("machine.model", hardware.model(), silent),
                facts.known(
                        "machine.virtualisation",
                        virtualisation(),
                        "neither the processor nor the firmware says whether there is a hypervisor"),
                facts.known("machine.container", container(), "no sign of a container"),
                facts.known(
                        "machine.kernelCommandLine",
                        commandLine(),
                        facts.files().whyNot("/proc/cmdline")),
                facts.text("machine.clockSource", CLOCK + "current_clocksource"),
                facts.text("machine.clockSources", CLOCK + "available_clocksource"));
    }

    private @Nullable String virtualisation() {
        String told = facts.files().text(HYPERVISOR);
        if (told != null) {
            return told;
        }
        String compatible = facts.files().text(DEVICE_TREE_HYPERVISOR);
        if (compatible != null) {
            return compatible.replace("\0", "").replace("linux,", "");
        }
        String flags = Facts.find(facts.files().text(CPUINFO), "^flags\\s*:(.*)$");
        if (flags == null) {
            return null;
        }
        return Arrays.asList(flags.split(" ", -1)).contains("hypervisor") ? "virtual machine" : "none";
    }

    private @Nullable String container() {
        String told = facts.files().text("/run/systemd/container");
        if (told != null && !told.isEmpty()) {
            return told;
        }
        if (facts.files().exists("/.dockerenv")) {
            return "docker";
        }
        if (facts.files().exists("/run/.containerenv")) {
            return "podman";
        }
        String groups = facts.files().text("/proc/self/cgroup");
        return CONTAINER_WORDS.stream()
                .filter(word -> groups != null && groups.contains(word))
                .findFirst()
                .orElse(null);
    }

    /** What follows two dashes is for init, which may have secrets. */
    private @Nullable String commandLine() {
        String line = facts.files().text("/proc/cmdline");
        return line == null ? null : Identifiers.leftOutOf(line.split(" -- ", 2)[0]);
    }
}
