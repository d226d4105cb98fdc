package io.pagetax.doctor;

import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import java.util.Locale;

/** Parts of a whole, and when they are too large. */
final class Shares {

    private static final double PERCENT = 100;

    private Shares() {}

    static double of(long part, long whole) {
        return whole <= 0 ? 0 : (double) part / whole;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
    }

    /** A warning from one share on, bad from another. */
    static Finding judge(String id, double share, double warn, double bad, String found, String advice) {
        return share < warn
                ? Finding.ok(id, null, found)
                : new Finding(id, null, share < bad ? Level.WARN : Level.BAD, found, advice);
    }
}
