package io.pagetax.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.syscall.Binding;
import io.pagetax.linux.system.MemoryInfo;
import io.pagetax.result.Environment;
import io.pagetax.result.Json;
import io.pagetax.result.LimitFacts;
import io.pagetax.result.MachineFacts;
import io.pagetax.result.ProcessorFacts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentProbeTest {

    private static final String CPU = "/sys/devices/system/cpu";

    @TempDir
    Path root;

    private SystemFixture fixture;

    @BeforeEach
    void makeFixture() {
        fixture = new SystemFixture(root);
    }

    private static Environment environment(SystemFiles files) {
        return EnvironmentProbe.environment(files, List.of(), List.of(Binding.JNA), List.of("-Xmx1g"));
    }

    @Test
    void hasAReasonForEachFactOfThisMachineThatItLacksAndForNoOther() {
        Reasons.assertForEachNull(Json.flat(environment(SystemFiles.OF_THIS_MACHINE)));
    }

    @Test
    void hasAReasonForEachFactThatASystemWithoutAnyFilesLacks() {
        Environment nothing = environment(fixture.files());
        Reasons.assertForEachNull(Json.flat(nothing));
        assertThat(nothing.unknown()).containsEntry("kernel", "there is no /proc/sys/kernel/osrelease");
    }

    @Test
    void tellsWhatOtherSourcesTellOfThisMachine() throws Exception {
        Environment here = environment(SystemFiles.OF_THIS_MACHINE);
        assertThat(here.kernel()).isEqualTo(System.getProperty("os.version"));
        assertThat(here.memoryBytes()).isEqualTo(MemoryInfo.read().total());
        assertThat(here.processor().logicalProcessors())
                .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(here.cpu()).isNotBlank();
        assertThat(here.memory().swappiness()).isBetween(0L, 200L);
        assertThat(here.binding()).startsWith("jna 5.");
        assertThat(here.jvm().forkFlags()).containsExactly("-Xmx1g");
        assertThat(here.jvm().flags()).noneMatch(flag -> flag.startsWith("-D"));
    }

    @Test
    void readsHowProcessorsChangeTheirFrequency() throws Exception {
        fixture.with(CPU + "/cpu0/cpufreq/scaling_driver", "intel_pstate")
                .with(CPU + "/cpu0/cpufreq/scaling_governor", "powersave")
                .with(CPU + "/cpu1/cpufreq/scaling_governor", "performance")
                .with(CPU + "/cpu0/cpufreq/cpuinfo_min_freq", "800000")
                .with(CPU + "/cpu0/cpufreq/cpuinfo_max_freq", "4200000")
                .with(CPU + "/intel_pstate/no_turbo", "0");

        Environment laptop = environment(fixture.files());

        assertThat(laptop.processor().frequency())
                .isEqualTo(new ProcessorFacts.Frequency("intel_pstate", "performance,powersave", 800L, 4200L, true));
        assertThat(laptop.governor()).isEqualTo("powersave");
        assertThat(laptop.unknown()).doesNotContainKey("processor.frequency.turbo");
    }

    @Test
    void readsTheOtherSwitchOfTurbo() throws Exception {
        fixture.with(CPU + "/cpufreq/boost", "0");
        assertThat(environment(fixture.files()).processor().frequency().turbo()).isFalse();
    }

    @Test
    void readsHowProcessorsSleep() throws Exception {
        fixture.with(CPU + "/cpuidle/current_driver", "intel_idle")
                .with(CPU + "/cpu0/cpuidle/state0/name", "POLL")
                .with(CPU + "/cpu0/cpuidle/state0/disable", "0")
                .with(CPU + "/cpu0/cpuidle/state1/name", "C6")
                .with(CPU + "/cpu0/cpuidle/state1/disable", "1")
                .with("/sys/module/processor/parameters/max_cstate", "9");

        assertThat(environment(fixture.files()).processor().idle())
                .isEqualTo(new ProcessorFacts.Idle("intel_idle", "POLL,C6", "C6", 9L));
    }

    @Test
    void readsWhatTheMachineIsAndLeavesOutWhichOne() throws Exception {
        fixture.with("/proc/cpuinfo", "processor : 0\nflags\t\t: fpu vme hypervisor lahf_lm")
                .with("/proc/cmdline", "root=UUID=1234-ABCD quiet -- --token secret")
                .with("/run/systemd/container", "podman")
                .with("/sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet")
                .with("/sys/devices/system/clocksource/clocksource0/available_clocksource", "tsc hpet");

        MachineFacts machine = environment(fixture.files()).machine();

        assertThat(machine.virtualisation()).isEqualTo("virtual machine");
        assertThat(machine.kernelCommandLine()).isEqualTo("root=UUID=* quiet");
        assertThat(machine.container()).isEqualTo("podman");
        assertThat(machine.clockSource()).isEqualTo("hpet");
    }

    @Test
    void tellsBareMetalFromWhatDoesNotSay() throws Exception {
        assertThat(environment(fixture.files()).machine().virtualisation()).isNull();
        fixture.with("/proc/cpuinfo", "flags : fpu vme");
        assertThat(environment(fixture.files()).machine().virtualisation()).isEqualTo("none");
        fixture.with("/sys/hypervisor/type", "xen");
        assertThat(environment(fixture.files()).machine().virtualisation()).isEqualTo("xen");
    }

    @Test
    void findsAContainerByItsControlGroup() throws Exception {
        fixture.with("/proc/self/cgroup", "0::/kubepods/besteffort/pod1/2");
        assertThat(environment(fixture.files()).machine().container()).isEqualTo("kubepods");
    }

    @Test
    void tellsAnUnlimitedResourceFromAnUnknownOne() throws Exception {
        fixture.with("/proc/self/limits", """
                Limit                     Soft Limit           Hard Limit           Units
                Max open files            1024                 unlimited            files
                Max locked memory         unlimited            unlimited            bytes""");

        Environment found = environment(fixture.files());

        LimitFacts limits = found.limits();
        assertThat(limits.openFiles()).isEqualTo(1024);
        assertThat(limits.lockedMemoryBytes()).isNull();
        assertThat(found.unknown()).containsEntry("limits.lockedMemoryBytes", "unlimited");
    }
}
