package io.pagetax.environment;

import io.pagetax.result.ProcessorFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out what the processors are and how they change their speed. */
final class ProcessorProbe {

    private static final String CPU = "/sys/devices/system/cpu";
    private static final String SCALING = CPU + "/cpu0/cpufreq/";
    private static final String NO_TURBO = CPU + "/intel_pstate/no_turbo";
    private static final String BOOST = CPU + "/cpufreq/boost";
    private static final String IDLE = CPU + "/cpu0/cpuidle";
    private static final String SMT = CPU + "/smt/active";
    private static final List<String> MAX_IDLE_STATES =
            List.of("/sys/module/intel_idle/parameters/max_cstate", "/sys/module/processor/parameters/max_cstate");
    private static final String STATUS = "/proc/self/status";
    private static final long KHZ_PER_MHZ = 1000;

    private final Facts facts;
    private final HardwareProbe hardware;

    ProcessorProbe(Facts facts, HardwareProbe hardware) {
        this.facts = facts;
        this.hardware = hardware;
    }

    ProcessorFacts read() {
        String silent = "the system does not tell";
        return new ProcessorFacts(
                facts.known("processor.sockets", hardware.sockets(), silent),
                facts.known("processor.physicalCores", hardware.physicalCores(), silent),
                facts.known("processor.logicalProcessors", hardware.logicalProcessors(), silent),
                facts.known("processor.smt", flag(SMT, 1), facts.files().whyNot(SMT)),
                facts.known("processor.numaNodes", hardware.numaNodes(), silent),
                facts.match("processor.allowedProcessors", STATUS, "^Cpus_allowed_list:(.*)$"),
                facts.match("processor.allowedNumaNodes", STATUS, "^Mems_allowed_list:(.*)$"),
                frequency(),
                idle());
    }

    private ProcessorFacts.Frequency frequency() {
        return new ProcessorFacts.Frequency(
                facts.text("processor.frequency.driver", SCALING + "scaling_driver"),
                facts.known(
                        "processor.frequency.governors",
                        governors(),
                        facts.files().whyNot(SCALING + "scaling_governor")),
                mhz("processor.frequency.minMhz", SCALING + "cpuinfo_min_freq"),
                mhz("processor.frequency.maxMhz", SCALING + "cpuinfo_max_freq"),
                facts.known("processor.frequency.turbo", turbo(), "there is neither " + NO_TURBO + " nor " + BOOST));
    }

    private @Nullable String governors() {
        String each = facts.files().entries(CPU, "cpu[0-9]*").stream()
                .map(cpu -> Optional.ofNullable(facts.files().text(cpu + "/cpufreq/scaling_governor")))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        return each.isEmpty() ? null : each;
    }

    private @Nullable Long mhz(String key, String file) {
        Long kilohertz = facts.number(key, file);
        return kilohertz == null ? null : Long.valueOf(kilohertz / KHZ_PER_MHZ);
    }

    private @Nullable Boolean turbo() {
        Boolean allowed = flag(NO_TURBO, 0);
        return allowed == null ? flag(BOOST, 1) : allowed;
    }

    private @Nullable Boolean flag(String file, long yes) {
        Long number = facts.files().number(file);
        return number == null ? null : Boolean.valueOf(number == yes);
    }

    private ProcessorFacts.Idle idle() {
        List<String> states = facts.files().entries(IDLE, "state[0-9]*");
        String none = states.isEmpty() ? facts.files().whyNot(IDLE) : "the states have no names";
        String file = MAX_IDLE_STATES.stream()
                .filter(facts.files()::exists)
                .findFirst()
                .orElse(MAX_IDLE_STATES.get(0));
        return new ProcessorFacts.Idle(
                facts.text("processor.idle.driver", CPU + "/cpuidle/current_driver"),
                facts.known("processor.idle.states", states.isEmpty() ? null : names(states), none),
                facts.known("processor.idle.disabledStates", states.isEmpty() ? null : names(disabled(states)), none),
                facts.number("processor.idle.maxState", file));
    }

    private List<String> disabled(List<String> states) {
        return states.stream()
                .filter(state -> Boolean.TRUE.equals(flag(state + "/disable", 1)))
                .toList();
    }

    private String names(List<String> states) {
        return states.stream().map(state -> facts.files().text(state + "/name")).collect(Collectors.joining(","));
    }
}
