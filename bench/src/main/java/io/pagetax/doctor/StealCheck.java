package io.pagetax.doctor;

import io.pagetax.linux.system.CpuTime;
import io.pagetax.result.Finding;

/** Time that the hypervisor gave to other machines while this one had something to do. */
record StealCheck(Watch watch) implements Check {

    private static final double WARN_SHARE = 0.01;
    private static final double BAD_SHARE = 0.1;

    @Override
    public Finding look() {
        CpuTime spent = watch.spent();
        double share = Shares.of(spent.stealNanos(), spent.totalNanos());
        return Shares.judge(
                "stolen time",
                share,
                WARN_SHARE,
                BAD_SHARE,
                Shares.percent(share) + " of the processors' time went to other machines",
                "measure when the host is quieter, or on a machine with processors of its own");
    }
}
