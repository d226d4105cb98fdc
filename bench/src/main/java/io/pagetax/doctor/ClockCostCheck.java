package io.pagetax.doctor;

import io.pagetax.latency.Clock;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import java.util.Locale;

/** Every operation is timed by a call of {@link System#nanoTime()}, whose cost is in every latency. */
record ClockCostCheck(Clock clock) implements Check {

    private static final String ID = "clock cost";
    private static final double DEAR_NANOS = 100;
    private static final double RUINOUS_NANOS = 1000;

    @Override
    public Finding look() {
        String found = String.format(
                Locale.ROOT,
                "System.nanoTime: %.0f ns a call, steps of %d ns",
                clock.nanosPerCall(),
                clock.stepNanos());
        double worst = Math.max(clock.nanosPerCall(), (double) clock.stepNanos());
        if (worst <= DEAR_NANOS) {
            return Finding.ok(ID, null, found);
        }
        return new Finding(
                ID,
                null,
                worst > RUINOUS_NANOS ? Level.BAD : Level.WARN,
                found,
                "another clock source; until then trust no latency below ten times that");
    }
}
