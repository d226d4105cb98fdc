package io.pagetax.report;

import io.pagetax.result.Environment;
import io.pagetax.result.JvmFacts;
import io.pagetax.result.LimitFacts;
import io.pagetax.result.MachineFacts;
import io.pagetax.result.MemoryFacts;
import io.pagetax.result.ProcessorFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The environment, but for the targets, as groups of lines. */
final class EnvironmentView {

    private final Environment environment;

    private EnvironmentView(Environment environment) {
        this.environment = environment;
    }

    static List<FactGroup> groups(Environment environment) {
        EnvironmentView view = new EnvironmentView(environment);
        return List.of(view.system(), view.processor(), view.memory(), view.limits(), view.program());
    }

    private FactGroup.Builder group(String title, String prefix) {
        return new FactGroup.Builder(title, prefix, environment.unknown());
    }

    private FactGroup system() {
        MachineFacts machine = environment.machine();
        return group("System", "")
                .line("kernel", "kernel", environment.kernel())
                .line("machine.kernelCommandLine", "kernel command line", machine.kernelCommandLine())
                .line("distribution", "distribution", environment.distribution())
                .line("machine.architecture", "architecture", machine.architecture())
                .line("machine.vendor", "vendor", machine.vendor())
                .line("machine.model", "model", machine.model())
                .line("machine.virtualisation", "virtualisation", machine.virtualisation())
                .line("machine.container", "container", machine.container())
                .line("machine.clockSource", "clock source", machine.clockSource())
                .line("machine.clockSources", "clock sources there are", machine.clockSources())
                .line("mitigations", "mitigations", environment.mitigations())
                .build();
    }

    private FactGroup processor() {
        ProcessorFacts processor = environment.processor();
        ProcessorFacts.Frequency frequency = processor.frequency();
        ProcessorFacts.Idle idle = processor.idle();
        return group("Processor", "processor.")
                .other("cpu", "processor", environment.cpu())
                .other("cores", "cores", environment.cores())
                .line("sockets", "sockets", processor.sockets())
                .line("physicalCores", "physical cores", processor.physicalCores())
                .line("logicalProcessors", "logical processors", processor.logicalProcessors())
                .line("smt", "SMT", Units.onOff(processor.smt()))
                .line("numaNodes", "NUMA nodes", processor.numaNodes())
                .line("allowedProcessors", "allowed processors", processor.allowedProcessors())
                .line("allowedNumaNodes", "allowed NUMA nodes", processor.allowedNumaNodes())
                .line("frequency.driver", "frequency driver", frequency.driver())
                .line("frequency.governors", "frequency governor", governors())
                .line("frequency.minMhz", "least frequency, MHz", frequency.minMhz())
                .line("frequency.maxMhz", "greatest frequency, MHz", frequency.maxMhz())
                .line("frequency.turbo", "turbo", Units.onOff(frequency.turbo()))
                .line("idle.driver", "idle driver", idle.driver())
                .line("idle.states", "idle states", idle.states())
                .line("idle.disabledStates", "idle states switched off", none(idle.disabledStates()))
                .line("idle.maxState", "deepest idle state allowed", idle.maxState())
                .build();
    }

    /** Files that were written before there were several have the first processor's. */
    private @Nullable String governors() {
        String all = environment.processor().frequency().governors();
        return all == null ? environment.governor() : all;
    }

    private static @Nullable String none(@Nullable String list) {
        return list != null && list.isEmpty() ? "none" : list;
    }

    private FactGroup memory() {
        MemoryFacts memory = environment.memory();
        return group("Memory", "memory.")
                .other("memoryBytes", "memory", Units.bytes(environment.memoryBytes()))
                .bytes("availableBytes", "available", memory.availableBytes())
                .bytes("swapTotalBytes", "swap", memory.swapTotalBytes())
                .bytes("swapFreeBytes", "swap free", memory.swapFreeBytes())
                .line("swappiness", "vm.swappiness", memory.swappiness())
                .line("dirtyRatioPercent", "vm.dirty_ratio, %", memory.dirtyRatioPercent())
                .line(
                        "dirtyBackgroundRatioPercent",
                        "vm.dirty_background_ratio, %",
                        memory.dirtyBackgroundRatioPercent())
                .bytes("dirtyLimitBytes", "vm.dirty_bytes", memory.dirtyLimitBytes())
                .bytes("dirtyBackgroundLimitBytes", "vm.dirty_background_bytes", memory.dirtyBackgroundLimitBytes())
                .nanos("dirtyExpireNanos", "vm.dirty_expire_centisecs", memory.dirtyExpireNanos())
                .nanos("dirtyWritebackNanos", "vm.dirty_writeback_centisecs", memory.dirtyWritebackNanos())
                .other("thp", "transparent huge pages", environment.thp())
                .line("thpDefrag", "transparent huge pages, defrag", memory.thpDefrag())
                .line("hugePages", "huge pages reserved", memory.hugePages())
                .bytes("hugePageBytes", "huge page", memory.hugePageBytes())
                .build();
    }

    private FactGroup limits() {
        LimitFacts limits = environment.limits();
        return group("Limits of this process", "limits.")
                .bytes("memoryLimitBytes", "control group: memory", limits.memoryLimitBytes())
                .bytes("memoryUsageBytes", "control group: memory used", limits.memoryUsageBytes())
                .line("cpuQuota", "control group: processors", limits.cpuQuota())
                .line("openFiles", "open files", limits.openFiles())
                .bytes("lockedMemoryBytes", "locked memory", limits.lockedMemoryBytes())
                .line("ioUringDisabled", "kernel.io_uring_disabled", limits.ioUringDisabled())
                .build();
    }

    private FactGroup program() {
        JvmFacts jvm = environment.jvm();
        return group("Program", "jvm.")
                .other("pagetax", "pagetax", environment.pagetax())
                .other("jdk", "JDK", environment.jdk())
                .line("name", "JVM", jvm.name())
                .line("forkFlags", "flags of JVMs that measure", String.join(" ", jvm.forkFlags()))
                .line("flags", "flags of the JVM that starts them", String.join(" ", jvm.flags()))
                .line("collectors", "its collectors", jvm.collectors())
                .bytes("maxHeapBytes", "its greatest heap", jvm.maxHeapBytes())
                .other("binding", "binding", environment.binding())
                .build();
    }
}
