package io.pagetax.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, the same in every locale. */
public final class Units {

    /** What stands where there is no number. */
    public static final String NOT_AVAILABLE = "n/a";

    private static final double THOUSAND = 1000;
    private static final double KIBI = 1024;
    private static final List<String> BINARY_UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private Units() {}

    /** A time with three or four digits and its unit: {@code 431 ns}, {@code 81.3 µs}, {@code 12.0 ms}, {@code 1.20 s}. */
    public static String nanos(@Nullable Number nanos) {
        if (nanos == null) {
            return NOT_AVAILABLE;
        }
        double value = nanos.doubleValue();
        if (value < 999.5) {
            return String.format(Locale.ROOT, "%.0f ns", value);
        }
        if (value < 999_950) {
            return scaled(value / THOUSAND, "µs");
        }
        return value < 999_950_000 ? scaled(value / MILLION, "ms") : scaled(value / BILLION, "s");
    }

    private static String scaled(double value, String unit) {
        String format = value < 9.995 ? "%.2f %s" : "%.1f %s";
        return String.format(Locale.ROOT, format, value, unit);
    }

    /** A rate without its unit: {@code 812}, {@code 12.3k}, {@code 1.21M}; decimal. */
    public static String rate(@Nullable Number perSecond) {
        if (perSecond == null) {
            return NOT_AVAILABLE;
        }
        double value = perSecond.doubleValue();
        if (value < 9999.5) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return value < 999_950
                ? String.format(Locale.ROOT, "%.1fk", value / THOUSAND)
                : String.format(Locale.ROOT, "%.2fM", value / MILLION);
    }

    /** A size with its binary unit: {@code 512 B}, {@code 4 KiB}, {@code 23.5 GiB}; null if there is none. */
    public static @Nullable String bytes(@Nullable Number bytes) {
        if (bytes == null) {
            return null;
        }
        int prefixes = 0;
        double value = bytes.doubleValue();
        while (value >= KIBI && prefixes < BINARY_UNITS.size() - 1) {
            value /= KIBI;
            prefixes++;
        }
        boolean whole = value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", value, BINARY_UNITS.get(prefixes));
    }

    /** A share of a hundred: {@code 12.5 %}. */
    public static String percent(double percent) {
        return String.format(Locale.ROOT, "%.1f %%", percent);
    }

    static @Nullable String onOff(@Nullable Boolean state) {
        return state == null ? null : (state ? "on" : "off");
    }

    static @Nullable String yesNo(@Nullable Boolean answer) {
        return answer == null ? null : (answer ? "yes" : "no");
    }

    /** A whole number. */
    public static String count(@Nullable Long count) {
        return count == null ? NOT_AVAILABLE : count.toString();
    }
}
