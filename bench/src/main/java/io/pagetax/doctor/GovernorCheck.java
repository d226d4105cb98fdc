package io.pagetax.doctor;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import io.pagetax.result.ProcessorFacts;

/** A processor that first has to be sped up makes the first operations after a pause slow. */
record GovernorCheck(ProcessorFacts.Frequency frequency) implements Check {

    private static final String ID = "governor";
    private static final String PERFORMANCE = "performance";

    @Override
    public Finding look() {
        String governors = frequency.governors();
        if (governors == null) {
            return Finding.ok(ID, null, "none to be seen: the host of a virtual machine decides");
        }
        if (governors.equals(PERFORMANCE)) {
            return Finding.ok(ID, null, governors);
        }
        return new Finding(
                ID,
                null,
                Level.WARN,
                governors,
                "echo " + PERFORMANCE + " | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor");
    }
}
