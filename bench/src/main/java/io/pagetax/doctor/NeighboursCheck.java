package io.pagetax.doctor;

import io.pagetax.linux.system.CpuTime;
import io.pagetax.result.Finding;

/** Other processes on the same processors. */
record NeighboursCheck(Watch watch) implements Check {

    private static final double WARN_SHARE = 0.05;
    private static final double BAD_SHARE = 0.25;

    @Override
    public Finding look() {
        CpuTime spent = watch.spent();
        long busy = spent.totalNanos() - spent.idleNanos() - spent.iowaitNanos() - spent.stealNanos();
        double share = Shares.of(Math.max(0, busy - watch.own().cpuNanos()), spent.totalNanos());
        return Shares.judge(
                "neighbours",
                share,
                WARN_SHARE,
                BAD_SHARE,
                "others take " + Shares.percent(share) + " of the processors"
                        + (watch.busiest() == null ? "" : ", most of all " + watch.busiest()),
                "end what is not needed: top -o %CPU");
    }
}
