package io.pagetax.doctor;

import io.pagetax.environment.SystemFiles;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;

/** On battery, firmware and kernel slow down what they can. */
record BatteryCheck(SystemFiles files) implements Check {

    private static final String ID = "power";
    private static final String SUPPLIES = "/sys/class/power_supply";

    @Override
    public Finding look() {
        boolean discharging = files.entries(SUPPLIES, "*").stream().anyMatch(this::isDischarging);
        return discharging
                ? new Finding(ID, null, Level.WARN, "on battery", "plug it in")
                : Finding.ok(ID, null, "not on battery");
    }

    /** Not so the battery of a mouse, whose scope is a device. */
    private boolean isDischarging(String supply) {
        return "Battery".equals(files.text(supply + "/type"))
                && "Discharging".equals(files.text(supply + "/status"))
                && !"Device".equals(files.text(supply + "/scope"));
    }
}
