package io.pagetax.doctor;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import io.pagetax.result.LimitFacts;

/** A JVM opens some dozens of files by itself. */
record OpenFilesCheck(LimitFacts limits) implements Check {

    private static final String ID = "open files";
    private static final long ENOUGH = 1024;
    private static final long TOO_FEW = 128;

    @Override
    public Finding look() {
        Long most = limits.openFiles();
        if (most == null || most >= ENOUGH) {
            return Finding.ok(ID, null, most == null ? "unlimited" : "up to " + most);
        }
        return new Finding(
                ID, null, most < TOO_FEW ? Level.BAD : Level.WARN, "only up to " + most, "ulimit -n " + ENOUGH);
    }
}
