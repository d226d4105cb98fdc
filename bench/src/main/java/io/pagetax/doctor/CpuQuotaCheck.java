package io.pagetax.doctor;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import io.pagetax.result.LimitFacts;

/** A process that has used up its quota stands still until the next period, a tenth of a second as a rule. */
record CpuQuotaCheck(LimitFacts limits) implements Check {

    private static final String ID = "CPU quota";

    @Override
    public Finding look() {
        Double quota = limits.cpuQuota();
        if (quota == null) {
            return Finding.ok(ID, null, "none");
        }
        return new Finding(
                ID,
                null,
                quota < 1 ? Level.BAD : Level.WARN,
                "the control group grants the time of " + quota + " processors",
                "run outside of the control group, or without its quota (cpu.max, cpu.cfs_quota_us; docker: --cpus)");
    }
}
