package io.pagetax.doctor;

import java.util.Locale;

/** Sizes for people. */
final class Sizes {

    private static final double MIB = 1 << 20;
    private static final double GIB = 1 << 30;

    private Sizes() {}

    /** {@code 256 MiB}, {@code 12.5 GiB}. */
    static String of(long bytes) {
        return bytes < GIB
                ? String.format(Locale.ROOT, "%.0f MiB", bytes / MIB)
                : String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }
}
