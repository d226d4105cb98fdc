package io.pagetax.doctor;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import io.pagetax.result.ProcessorFacts;

/** Turbo lasts until the processor is warm: early rounds are faster than late ones. */
record TurboCheck(ProcessorFacts.Frequency frequency) implements Check {

    private static final String ID = "turbo";

    @Override
    public Finding look() {
        Boolean turbo = frequency.turbo();
        if (turbo == null) {
            return Finding.ok(ID, null, "no switch to be seen");
        }
        if (!turbo) {
            return Finding.ok(ID, null, "off");
        }
        boolean pstate = "intel_pstate".equals(frequency.driver());
        String command = pstate
                ? "echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo"
                : "echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost";
        return new Finding(ID, null, Level.WARN, "on", command);
    }
}
