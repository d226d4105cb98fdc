package io.pagetax.doctor;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import io.pagetax.result.MachineFacts;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Any clock but the processor's own costs more to read, and some a system call. */
record ClockSourceCheck(MachineFacts machine) implements Check {

    private static final String ID = "clock source";
    private static final Set<String> OF_PROCESSORS = Set.of("tsc", "arch_sys_counter");

    @Override
    public Finding look() {
        String source = machine.clockSource();
        if (source == null) {
            return new Finding(ID, null, Level.WARN, "unknown", "see what the clock costs below");
        }
        if (OF_PROCESSORS.contains(source)) {
            return Finding.ok(ID, null, source);
        }
        String others = machine.clockSources() == null ? "" : machine.clockSources();
        Optional<String> better = Arrays.stream(others.split(" ", -1))
                .filter(OF_PROCESSORS::contains)
                .findFirst();
        return new Finding(
                ID,
                null,
                Level.WARN,
                source,
                better.map(name -> "echo " + name
                                + " | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource")
                        .orElse("the kernel has no better one here: \"dmesg | grep -i tsc\" may say why"));
    }
}
