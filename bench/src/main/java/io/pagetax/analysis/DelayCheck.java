package io.pagetax.analysis;

import io.pagetax.result.Calibration;
import io.pagetax.result.Calibration.Clock;
import io.pagetax.result.Calibration.Harness;
import io.pagetax.result.Calibration.KnownDelay;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Whether a histogram shows operations of known times as what they were: how many, and how long. */
public final class DelayCheck {

    /** Relative precision of three significant digits. */
    private static final double PRECISION = 0.001;

    /** What else the way from one stamp to the next may take, in nanoseconds: compilers are free in it. */
    private static final long SLACK_NANOS = 400;

    /** An engine that waits looks at the clock twice more than it has to: when it begins, and when it is late. */
    private static final int LOOKS = 2;

    private static final double ALL = 100.0;
    private static final double MEDIAN = 50.0;

    private DelayCheck() {}

    /** Nanoseconds by which a known time may be shown as longer than it was claimed to be. */
    public static long allowanceNanos(Harness harness, Clock clock) {
        return (long) Math.ceil(harness.nsPerOp() + LOOKS * clock.nsPerCall()) + clock.stepNs() + SLACK_NANOS;
    }

    /**
     * Compares. The known times are seen at the median and at the percentile in the middle of the slow operations.
     *
     * @param usualNs what an operation takes
     * @param slowNs what a slow one takes
     * @param slowEvery the slow one of so many, at least 3
     * @param allowanceNs by which either may be shown as longer
     * @param issued operations
     * @param seen what was recorded of them
     */
    public static KnownDelay check(
            long usualNs, long slowNs, int slowEvery, long allowanceNs, long issued, Histogram seen) {
        long recorded = seen.getTotalCount();
        Long usualSeen = recorded == 0 ? null : Long.valueOf(seen.getValueAtPercentile(MEDIAN));
        Long slowSeen = recorded == 0 ? null : Long.valueOf(seen.getValueAtPercentile(ALL - ALL / slowEvery / 2));
        List<String> reasons = new ArrayList<>();
        if (recorded != issued) {
            reasons.add(recorded + " operations are recorded, " + issued + " were issued");
        }
        if (usualSeen != null && slowSeen != null) {
            compare("delay", usualNs, usualSeen, allowanceNs, reasons);
            compare("slow delay", slowNs, slowSeen, allowanceNs, reasons);
        }
        return new KnownDelay(
                usualNs,
                slowNs,
                slowEvery,
                allowanceNs,
                issued,
                recorded,
                usualSeen,
                slowSeen,
                reasons.isEmpty() ? Calibration.VERIFIED : Calibration.REFUTED,
                List.copyOf(reasons));
    }

    private static void compare(String what, long known, long seen, long allowance, List<String> reasons) {
        long least = (long) Math.floor(known * (1 - PRECISION));
        long most = (long) Math.ceil(known * (1 + PRECISION)) + allowance;
        if (seen < least || seen > most) {
            reasons.add("a known " + what + " of " + known + " ns is shown as " + seen + " ns, which is not from "
                    + least + " to " + most);
        }
    }
}
