package io.pagetax.doctor;

import io.pagetax.environment.SystemFiles;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;

/**
 * What has been going on for the last minute.
 *
 * @param files with /proc/loadavg
 * @param processors that are there
 */
record LoadCheck(SystemFiles files, int processors) implements Check {

    private static final String ID = "load";
    private static final double HALF = 0.5;

    @Override
    public Finding look() {
        String text = files.text("/proc/loadavg");
        if (text == null) {
            return new Finding(ID, null, Level.WARN, "unknown", files.whyNot("/proc/loadavg"));
        }
        String lastMinute = text.split(" ", 2)[0];
        String found = lastMinute + " tasks in the last minute, " + processors + " processors";
        return Double.parseDouble(lastMinute) <= HALF * processors
                ? Finding.ok(ID, null, found)
                : new Finding(ID, null, Level.WARN, found, "wait until it has calmed down: uptime");
    }
}
